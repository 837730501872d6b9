//! The list of a search field: a combobox, as the ARIA Authoring Practices describe it (list with manual
//! selection).

use tip::permalink::{SearchQuery, SearchView, View};
use tip::search::Hit;
use tip::{Atlas, Cell, EditionId};
use words::{Words, say};

use crate::{Element, Node, el, parts};

/// Hits that are shown.
pub const MOST: usize = 8;

/// What was asked, and what fits it.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// What was typed.
    pub query: String,
    /// What fits it, best first.
    pub hits: Vec<Hit>,
    /// Whether the list may be shown: the field has the focus, and Escape was not pressed.
    pub open: bool,
    /// The hit that Enter chooses.
    pub active: Option<usize>,
    /// Whether the names failed to load.
    pub failed: bool,
    /// Whether Enter was pressed while several fitted and none was chosen.
    pub undecided: bool,
    /// The edition whose tiers are shown.
    pub edition: Option<EditionId>,
}

impl Asked {
    /// Whether the list is shown.
    pub fn is_listed(&self) -> bool {
        self.open && !self.hits.is_empty()
    }

    /// Whether it is to be said that nothing fits.
    pub fn is_in_vain(&self) -> bool {
        self.open && self.hits.is_empty() && !self.query.trim().is_empty()
    }

    /// The hit that alone can be meant.
    pub fn sure(&self) -> Option<usize> {
        self.hits.iter().position(|hit| hit.sure)
    }

    /// The view that shows all that fits: countries, findings and excerpts; `None` before something is typed.
    pub fn all(&self, year: Option<u16>) -> Option<View> {
        let sought = SearchQuery::new(&self.query);
        (!sought.is_empty()).then(|| View::Search(SearchView { sought, year, ..SearchView::default() }))
    }

    /// Says that nothing fits, and the way to look for it in words.
    pub fn vain(&self, words: &Words) -> Vec<Node> {
        let Some(to) = self.all(None).filter(|_| self.is_in_vain()) else { return Vec::new() };
        let way = parts::link(to, say!(words, SHELL_IN_WORDS, sought = self.query.trim()));
        let none = el("span").attr("role", "status").with(format!("{}. ", say!(words, SHELL_NOT_FOUND)));
        vec![none.into(), way.into()]
    }

    /// To the next or the previous hit, around the ends.
    pub fn walk(&mut self, forwards: bool) {
        self.open = true;
        let n = self.hits.len();
        self.active = match (self.active, forwards) {
            _ if n == 0 => None,
            (None, true) => Some(0),
            (None, false) => Some(n - 1),
            (Some(at), true) => Some((at + 1) % n),
            (Some(at), false) => Some((at + n - 1) % n),
        };
    }

    /// First the list goes, then what was typed.
    pub fn leave(&mut self) {
        if self.is_listed() {
            self.open = false;
            self.active = None;
        } else {
            *self = Asked::default();
        }
    }

    /// The options of the list of a field: `search-0`, `search-1`, each with `data-at`.
    pub fn options(&self, atlas: &Atlas, field: &str) -> Vec<Node> {
        let hits = self.hits.iter().enumerate();
        hits.map(|(at, hit)| option(atlas, field, (at, hit), self.edition, self.active == Some(at))).collect()
    }
}

/// The field, its list (`pick-hits`), and the message if nothing matches (`pick-none`).
pub fn combobox(words: &Words, field: &str, label: String, placeholder: String) -> Element {
    let input = el("input")
        .attr("type", "text")
        .attr("role", "combobox")
        .attr("id", field.to_owned())
        .attr("aria-label", label)
        .attr("placeholder", placeholder)
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .attr("aria-autocomplete", "list")
        .attr("aria-controls", format!("{field}-hits"))
        .attr("aria-expanded", "false");
    let list = el("ul")
        .attr("id", format!("{field}-hits"))
        .class("search-hits")
        .attr("role", "listbox")
        .attr("aria-label", say!(words, SHELL_FOUND))
        .attr("hidden", "");
    let none = el("div").class("search-none").attr("id", format!("{field}-none")).attr("hidden", "");
    el("div").class("combobox").with(input).with(list).with(none)
}

fn option(
    atlas: &Atlas,
    field: &str,
    (at, hit): (usize, &Hit),
    edition: Option<EditionId>,
    active: bool,
) -> Node {
    let newest = atlas.latest();
    let edition = edition.unwrap_or(newest);
    let cell = atlas.cell(hit.country, edition);
    let also = hit.also.as_ref().map(|also| el("span").class("also").with(format!(" ({also})")));
    let standing = match cell {
        Cell::Placed(tier) => tier.named(atlas.words()),
        _ if edition == newest => say!(atlas.words(), SHELL_NOT_NEWEST),
        _ => cell.named(atlas.words()),
    };
    el("li")
        .attr("id", format!("{field}-{at}"))
        .attr("role", "option")
        .attr("data-at", at.to_string())
        .attr("data-tier", cell.code())
        .attr("aria-selected", if active { "true" } else { "false" })
        .with(parts::symbol(cell.tier()))
        .with(el("span").class("hit-name").with(atlas.country(hit.country).name.clone()).maybe(also))
        .with(el("span").class("hit-tier").with(standing))
        .into()
}
