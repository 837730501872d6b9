//! The files of the site, each fetched once and checked: what every page reads.
//!
//! A page asks for a file where it needs it. The first to ask has it fetched; each who asks follows how far it is, by one
//! signal a file.

use std::any::Any;

use chart::map::World;
use dom::language::words;
use leptos::prelude::*;
use leptos::task::spawn_local;
use page::State;
use tip::passages::{Index, Shard, Texts};
use tip::search::Hit;
use tip::{Atlas, Code, Consequences, Dossier, LoadError, Reasons, Record, Sources};
use words::say;

use crate::inline_world;

/// What is in a file. Held for as long as the browser's page lives, so that it can be shared by reference.
type Value = &'static (dyn Any + Send + Sync);

/// Checks the text of a file.
type Check = Box<dyn Fn(&str) -> Result<Value, LoadError>>;

/// A file, from when it is first asked for.
#[derive(Clone, Debug)]
struct File {
    path: String,
    /// Counted by reference: the first to ask may be gone before the last one is.
    state: ArcRwSignal<State>,
    value: Option<Value>,
}

/// Finds the countries that fit what a reader typed, best first, at most so many.
pub type Find = fn(&'static Atlas, Store, &str, usize) -> Result<Vec<Hit>, State>;

/// The files. Cheap to copy; from the context with [`use_store`].
#[derive(Clone, Copy, Debug)]
pub struct Store {
    files: StoredValue<Vec<File>>,
    /// Whether the atlas knows the names of sources.
    has_sources: RwSignal<bool>,
    /// The code that finds countries by their names, once it is here.
    pub finder: StoredValue<Option<Find>>,
    /// How far it is, once it was asked for.
    pub finder_state: RwSignal<Option<State>>,
}

/// The placements of all editions.
pub const ATLAS: &str = "data/atlas.json";
const WORLD: &str = "map/world.json";
const SOURCES: &str = "data/sources.json";

/// The atlas in the page's language, and in English where that is another.
type Atlases = (Atlas, Option<Atlas>);

impl Store {
    /// No file fetched yet.
    pub fn start() -> Store {
        Store {
            files: StoredValue::new(Vec::new()),
            has_sources: RwSignal::new(false),
            finder: StoredValue::new(None),
            finder_state: RwSignal::new(None),
        }
    }

    /// `data/atlas.json`; tracked, and fetched the first time it is asked for, as all of these.
    ///
    /// # Errors
    /// How far it is.
    pub fn atlas(&self) -> Result<&'static Atlas, State> {
        let both = self.get(ATLAS, |text| {
            let english = if words().is_english() { None } else { Some(Atlas::from_json(text)?) };
            Ok::<Atlases, _>((dom::language::localized(Atlas::from_json(text)?), english))
        });
        both.map(|(localized, _)| localized)
    }

    /// The same in English, the language of the data, once it is loaded.
    pub fn english(&self) -> Option<&'static Atlas> {
        let file = self.find(ATLAS)?;
        let (localized, english) = (file.value? as &dyn Any).downcast_ref::<Atlases>()?;
        Some(english.as_ref().unwrap_or(localized))
    }

    /// `map/world.json`; read from the page where the file of the map's page brought it.
    ///
    /// # Errors
    /// How far it is.
    pub fn world(&self) -> Result<&'static World, State> {
        if self.find(WORLD).is_none()
            && let Some(world) = inline_world::read()
        {
            let value: Value = Box::leak(Box::new(world));
            self.add(WORLD, State::Ready, Some(value));
        }
        self.get(WORLD, World::from_json)
    }

    /// Loads `data/sources.json`, so that the atlas can name sources. Without it, the atlas says only how far
    /// a placement was checked.
    pub fn load_sources(&self, atlas: &'static Atlas) {
        if self.find(SOURCES).is_none() {
            let has = self.has_sources;
            self.fetch(
                SOURCES,
                Self::check(move |text| {
                    Sources::from_json(text).map(|sources| {
                        atlas.learn(sources);
                        has.set(true);
                    })
                }),
            );
        }
    }

    /// Whether the atlas knows the names of sources, tracked.
    pub fn has_sources(&self) -> bool {
        self.has_sources.get()
    }

    /// `data/record.json`.
    ///
    /// # Errors
    /// How far it is.
    pub fn record(&self) -> Result<&'static Record, State> {
        self.get("data/record.json", Record::from_json)
    }

    /// `data/consequences.json`.
    ///
    /// # Errors
    /// How far it is.
    pub fn consequences(&self) -> Result<&'static Consequences, State> {
        self.get("data/consequences.json", Consequences::from_json)
    }

    /// Why countries moved in an edition.
    ///
    /// # Errors
    /// How far it is.
    pub fn reasons(&self, year: u16) -> Result<&'static Reasons, State> {
        self.get(&format!("data/reasons/{year}.json"), move |text| Reasons::from_json(text, year))
    }

    /// What there is on a country beyond its placements.
    ///
    /// # Errors
    /// How far it is.
    pub fn dossier(&self, code: Code) -> Result<&'static Dossier, State> {
        self.get(&format!("data/country/{code}.json"), move |text| Dossier::from_json(text, code))
    }

    /// `data/search/index.json`.
    ///
    /// # Errors
    /// How far it is.
    pub fn index(&self) -> Result<&'static Index, State> {
        self.get("data/search/index.json", Index::from_json)
    }

    /// A shard of the search index.
    ///
    /// # Errors
    /// How far it is.
    pub fn shard(&self, at: usize) -> Result<&'static Shard, State> {
        self.get(&format!("data/search/terms-{at}.json"), Shard::from_json)
    }

    /// A part of what passages say.
    ///
    /// # Errors
    /// How far it is.
    pub fn texts(&self, at: usize) -> Result<&'static Texts, State> {
        self.get(&format!("data/search/texts-{at}.json"), Texts::from_json)
    }

    /// Fetches again the files that failed to load and that are still in use.
    pub fn try_again(&self) {
        if matches!(self.finder_state.get_untracked(), Some(State::Failed(_))) {
            self.finder_state.set(None);
        }
        let failed = |file: &File| matches!(file.state.get_untracked(), State::Failed(_));
        let gone = self.files.try_update_value(|files| {
            let (gone, kept) = std::mem::take(files).into_iter().partition(failed);
            *files = kept;
            gone
        });
        // Who follows one asks for it again, now that there is none.
        for file in gone.into_iter().flatten() {
            let File { state, .. } = file;
            state.set(State::Loading);
        }
    }

    fn find(&self, path: &str) -> Option<File> {
        self.files.with_value(|files| files.iter().find(|file| file.path == path).cloned())
    }

    /// What is in a file, or how far it is; tracked. Fetched the first time.
    ///
    /// # Errors
    /// How far it is.
    pub fn get<T: Send + Sync + 'static>(
        &self,
        path: &str,
        check: impl Fn(&str) -> Result<T, LoadError> + 'static,
    ) -> Result<&'static T, State> {
        let value = match self.find(path) {
            Some(file) => {
                let state = file.state.get();
                // The signal is set after the value.
                self.find(path).and_then(|file| file.value).ok_or(state)?
            }
            None => {
                self.fetch(path, Self::check(check)).track();
                return Err(State::Loading);
            }
        };
        // A path has one type.
        (value as &dyn Any).downcast_ref().ok_or(State::Loading)
    }

    /// A check without its type, so that what fetches is in the program once.
    fn check<T: Send + Sync + 'static>(check: impl Fn(&str) -> Result<T, LoadError> + 'static) -> Check {
        Box::new(move |text| {
            let value: Value = Box::leak(Box::new(check(text)?));
            Ok(value)
        })
    }

    fn add(&self, path: &str, state: State, value: Option<Value>) -> ArcRwSignal<State> {
        let state = ArcRwSignal::new(state);
        let file = File { path: path.to_owned(), state: state.clone(), value };
        self.files.update_value(|files| files.push(file));
        state
    }

    fn fetch(&self, path: &str, check: Check) -> ArcRwSignal<State> {
        let state = self.add(path, State::Loading, None);
        let (store, path, reached_state) = (*self, path.to_owned(), state.clone());
        spawn_local(async move {
            let reached = match load(&path, check).await {
                Ok(value) => {
                    store.files.update_value(|files| {
                        if let Some(file) = files.iter_mut().find(|file| file.path == path) {
                            file.value = Some(value);
                        }
                    });
                    State::Ready
                }
                Err(reason) => {
                    dom::log(&reason);
                    State::Failed(reason)
                }
            };
            reached_state.set(reached);
        });
        state
    }
}

async fn load(path: &str, check: Check) -> Result<Value, String> {
    let text = dom::file::fetch(path)
        .await
        .map_err(|reason| say!(words(), WAITING_UNFETCHED, url = path, reason = reason))?;
    check(&text).map_err(|reason| say!(words(), WAITING_UNUSABLE, url = path, reason = reason.to_string()))
}

/// The store, from the context.
#[expect(
    clippy::expect_used,
    reason = "App provides it above every page; without it there is no app to go on"
)]
pub fn use_store() -> Store {
    use_context().expect("Store is provided by App")
}
