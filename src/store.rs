//! The files of the site, fetched once and checked: what every page reads.

use chart::map::World;
use gloo_net::http::Request;
use leptos::prelude::*;
use leptos::task::spawn_local;
use tip::{Atlas, Code, Dossier, Record};

use crate::nav::Nav;

/// A file on its way, here, or not to be had (with the reason in plain words).
#[derive(Clone, Debug)]
pub enum Remote<T> {
    /// On its way.
    Loading,
    /// Here, and checked.
    Ready(T),
    /// Not to be had: why, as a sentence.
    Failed(String),
}

impl<T> Remote<T> {
    /// The value, where it is here.
    pub fn ready(self) -> Option<T> {
        match self {
            Remote::Ready(value) => Some(value),
            _ => None,
        }
    }
}

/// All files that pages share. Those that every page needs are fetched at once.
///
/// The atlas and the map are held for as long as the page lives, so that they can be shared by reference.
#[derive(Clone, Copy, Debug)]
pub struct Store {
    nav: Nav,
    /// `data/atlas.json`.
    pub atlas: RwSignal<Remote<&'static Atlas>>,
    /// `map/world.json`.
    pub world: RwSignal<Remote<&'static World>>,
}

impl Store {
    /// Begins to fetch the atlas and the map.
    pub fn start(nav: Nav) -> Store {
        let store =
            Store { nav, atlas: RwSignal::new(Remote::Loading), world: RwSignal::new(Remote::Loading) };
        store.load_atlas();
        store.load_world();
        store
    }

    /// Fetches the atlas, again where need be.
    pub fn load_atlas(&self) {
        load(self.nav.file("data/atlas.json"), self.atlas, |text| {
            Atlas::from_json(text)
                .map(|atlas| &*Box::leak(Box::new(atlas)))
                .map_err(|error| error.to_string())
        });
    }

    /// Fetches the map, again where need be.
    pub fn load_world(&self) {
        load(self.nav.file("map/world.json"), self.world, |text| {
            World::from_json(text)
                .map(|world| &*Box::leak(Box::new(world)))
                .map_err(|error| error.to_string())
        });
    }

    /// Fetches what there is on a country beyond its placements.
    pub fn load_dossier(&self, code: Code, into: RwSignal<Remote<Dossier>>) {
        load(self.nav.file(&format!("data/country/{code}.json")), into, move |text| {
            Dossier::from_json(text, code).map_err(|error| error.to_string())
        });
    }

    /// Fetches how the record was compiled.
    pub fn load_record(&self, into: RwSignal<Remote<Record>>) {
        load(self.nav.file("data/record.json"), into, |text| {
            Record::from_json(text).map_err(|error| error.to_string())
        });
    }
}

/// The store, from the context.
#[expect(
    clippy::expect_used,
    reason = "App provides it above every page; without it there is no app to go on"
)]
pub fn use_store() -> Store {
    use_context().expect("Store is provided by App")
}

fn load<T: Send + Sync + 'static>(
    url: String,
    into: RwSignal<Remote<T>>,
    check: impl Fn(&str) -> Result<T, String> + 'static,
) {
    into.set(Remote::Loading);
    spawn_local(async move {
        let fetched = match fetch(&url).await {
            Ok(text) => check(&text).map_err(|reason| format!("{url} cannot be used: {reason}.")),
            Err(reason) => Err(format!("{url} could not be fetched: {reason}.")),
        };
        // The page that asked for it may be gone by now.
        into.try_set(match fetched {
            Ok(value) => Remote::Ready(value),
            Err(reason) => Remote::Failed(reason),
        });
    });
}

async fn fetch(url: &str) -> Result<String, String> {
    let unreachable = |_| "the connection failed".to_owned();
    let response = Request::get(url).send().await.map_err(unreachable)?;
    if !response.ok() {
        return Err(format!("the server answered {}", response.status()));
    }
    response.text().await.map_err(unreachable)
}
