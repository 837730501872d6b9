//! Whether a country moved that a reader looks up, be it that it did not.

use tip::permalink::{ChangesView, Span, View};
use tip::{Atlas, Cell, CountryId, Reasons, sentence};
use words::say;

use super::movers::end;
use crate::parts::{country_link, english};
use crate::{Element, Node, el};

/// The id of the place of the field that looks a country up; filled in by whoever shows the page.
pub const LOOK_UP: &str = "look-up";

/// The field's place, and the country that was looked up: from which tier to which, in a sentence, and why.
pub(super) fn section(atlas: &Atlas, view: &ChangesView, span: Span, reasons: Option<&Reasons>) -> Node {
    let country = view.country.and_then(|code| atlas.find(code));
    let told = country.map(|country| told(atlas, view, span, country.id, reasons));
    el("div").class("measure look-up").with(el("div").class("search").attr("id", LOOK_UP)).maybe(told).into()
}

fn told(atlas: &Atlas, view: &ChangesView, span: Span, id: CountryId, reasons: Option<&Reasons>) -> Element {
    let words = atlas.words();
    let country = atlas.country(id);
    let to = atlas.cell(id, span.to);
    let from = span.from.map(|from| atlas.cell(id, from)).filter(|from| *from != to);
    let came = from.map(|from: Cell| {
        let arrow = el("span").class("arrow").attr("aria-hidden", "true").with(" → ");
        el("span").with(end(words, from)).with(arrow)
    });
    let away = el("a")
        .class("tool")
        .to(View::Changes(ChangesView { country: None, ..*view }))
        .attr("id", "look-away")
        .attr("aria-label", say!(words, COMPARE_OUT, name = &country.name))
        .with("×");
    let why = reasons.and_then(|reasons| reasons.of(country.code));
    el("section")
        .attr("id", "looked-up")
        .attr("data-iso3", country.code.to_string())
        .attr("data-tier", to.code())
        .with(el("h2").with(country_link(atlas, id, span.to)))
        .with(el("p").class("ends").maybe(came).with(end(words, to)))
        .with(el("p").with(sentence::statement(atlas, id, span.to).text()))
        .maybe(why.map(|why| english(words, el("p").class("reason")).with(why.to_owned())))
        .with(away)
}
