//! The files of the site, fetched once and checked: what every page reads.

use std::sync::OnceLock;

use chart::map::World;
use leptos::prelude::*;
use leptos::task::spawn_local;
use page::State;
use tip::{Atlas, LoadError, Sources};

use crate::still;
use dom::language::words;
use words::say;

/// A file: how far it is, and what is in it. Held for as long as the page lives, so that it can be shared by
/// reference and is fetched once.
#[derive(Debug)]
pub struct File<T: 'static> {
    state: RwSignal<State>,
    value: &'static OnceLock<T>,
}

impl<T> Clone for File<T> {
    fn clone(&self) -> File<T> {
        *self
    }
}

impl<T> Copy for File<T> {}

impl<T: Send + Sync + 'static> File<T> {
    fn new() -> File<T> {
        File { state: RwSignal::new(State::Loading), value: Box::leak(Box::default()) }
    }

    /// How far it is, tracked.
    pub fn state(&self) -> State {
        self.state.get()
    }

    /// What is in it, once it is here; tracked.
    pub fn get(&self) -> Option<&'static T> {
        self.state.track();
        self.value.get()
    }

    fn set(&self, value: T) {
        self.value.get_or_init(|| value);
        self.state.set(State::Ready);
    }

    fn load(&self, path: &'static str, check: impl Fn(&str) -> Result<T, LoadError> + 'static) {
        let value = self.value;
        let keep = move |text: &str| {
            check(text).map(|checked| {
                value.get_or_init(|| checked);
            })
        };
        load(path, self.state, Box::new(keep));
    }
}

/// All files that pages share.
#[derive(Clone, Copy, Debug)]
pub struct Store {
    /// `data/atlas.json`.
    pub atlas: File<Atlas>,
    /// `map/world.json`.
    pub world: File<World>,
    /// Whether the atlas tells sources by their names.
    pub sources: RwSignal<State>,
    asked: StoredValue<bool>,
}

impl Store {
    /// Begins to fetch what every page needs: the atlas, and the map.
    pub fn start() -> Store {
        let store = Store {
            atlas: File::new(),
            world: File::new(),
            sources: RwSignal::new(State::Loading),
            asked: StoredValue::new(false),
        };
        store.load_atlas();
        match still::world() {
            Some(world) => store.world.set(world),
            None => store.load_world(),
        }
        store
    }

    /// Fetches the atlas, again where need be.
    pub fn load_atlas(&self) {
        let told = |text: &str| Ok(dom::language::told(Atlas::from_json(text)?));
        self.atlas.load("data/atlas.json", told);
    }

    /// Fetches the names of sources, the first time that somebody points at a placement. Without them, what is told is
    /// how far it was checked.
    pub fn load_sources(&self, atlas: &'static Atlas) {
        if !self.asked.get_value() {
            self.asked.set_value(true);
            let keep = |text: &str| Sources::from_json(text).map(|sources| atlas.learn(sources));
            load("data/sources.json", self.sources, Box::new(keep));
        }
    }

    /// Fetches the map, again where need be.
    pub fn load_world(&self) {
        self.world.load("map/world.json", World::from_json);
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

/// Checks a file and keeps what is in it.
type Keep = Box<dyn Fn(&str) -> Result<(), LoadError>>;

fn load(path: &'static str, state: RwSignal<State>, keep: Keep) {
    state.set(State::Loading);
    spawn_local(async move {
        let reached = match dom::file::fetch(path).await {
            Ok(text) => keep(&text)
                .map_err(|reason| say!(words(), WAITING_UNUSABLE, url = path, reason = reason.to_string())),
            Err(reason) => Err(say!(words(), WAITING_UNFETCHED, url = path, reason = reason)),
        };
        state.set(match reached {
            Ok(()) => State::Ready,
            Err(reason) => State::Failed(reason),
        });
    });
}
