//! The files that these pages read, fetched once and held for as long as the browser's page lives.

use std::any::Any;
use std::cell::{Cell, RefCell};

use chart::map::World;
use dom::language::words;
use page::State;
use tip::passages::{Index, Shard, Texts};
use tip::{Atlas, Code, Dossier, LoadError, Record, Sources};
use wasm_bindgen_futures::spawn_local;
use words::say;

/// A file: how far it is, and what is in it. Of one type whatever that is, so that what fetches is in the download once.
#[derive(Debug)]
struct File {
    state: State,
    value: Option<Value>,
}

/// What is in a file.
type Value = &'static dyn Any;

/// Checks the text of a file.
type Check = Box<dyn Fn(&str) -> Result<Value, LoadError>>;

thread_local! {
    /// By path, from when they are first asked for; there are few.
    static FILES: RefCell<Vec<(String, File)>> = const { RefCell::new(Vec::new()) };
    static ARRIVED: Cell<fn()> = const { Cell::new(|| ()) };
}

/// What is to be done when a file has come, or could not be had.
pub fn on_arrival(run: fn()) {
    ARRIVED.set(run);
}

const ATLAS: &str = "data/atlas.json";

/// The atlas in the page's language, and in English where that is another.
type Atlases = (Atlas, Option<Atlas>);

/// `data/atlas.json`, fetched the first time it is asked for.
pub fn atlas() -> Result<&'static Atlas, State> {
    let both = get(ATLAS, |text| {
        let english = if words().is_english() { None } else { Some(Atlas::from_json(text)?) };
        Ok::<Atlases, _>((dom::language::told(Atlas::from_json(text)?), english))
    });
    both.map(|(told, _)| told)
}

/// The same in English, as the data have it, once it is here.
pub fn english() -> Option<&'static Atlas> {
    let both = here(ATLAS)?.ok()?.downcast_ref::<Atlases>();
    both.map(|(told, english)| english.as_ref().unwrap_or(told))
}

/// Has the atlas tell sources by their names, from when `data/sources.json` is here; likewise.
pub fn sources() {
    // Without it, what is told is how far a placement was checked; why it is not here, the console has once.
    let asked = get("data/sources.json", |text| {
        let sources = Sources::from_json(text)?;
        if let Ok(atlas) = atlas() {
            atlas.learn(sources);
        }
        Ok(())
    });
    drop(asked);
}

/// `map/world.json`, likewise.
pub fn world() -> Result<&'static World, State> {
    get("map/world.json", World::from_json)
}

/// `data/record.json`, likewise.
pub fn record() -> Result<&'static Record, State> {
    get("data/record.json", Record::from_json)
}

/// What there is on a country beyond its placements, likewise.
pub fn dossier(code: Code) -> Result<&'static Dossier, State> {
    get(&format!("data/country/{code}.json"), move |text| Dossier::from_json(text, code))
}

/// `data/search/index.json`, likewise.
pub fn index() -> Result<&'static Index, State> {
    get("data/search/index.json", Index::from_json)
}

/// A part of where words stand, likewise.
pub fn shard(at: usize) -> Result<&'static Shard, State> {
    get(&format!("data/search/terms-{at}.json"), Shard::from_json)
}

/// A part of what passages say, likewise.
pub fn texts(at: usize) -> Result<&'static Texts, State> {
    get(&format!("data/search/texts-{at}.json"), Texts::from_json)
}

/// Has the files that could not be had fetched again.
pub fn again() {
    FILES.with_borrow_mut(|files| files.retain(|(_, file)| !matches!(file.state, State::Failed(_))));
}

/// What is in a file, or how far it is; begins to fetch it the first time.
fn get<T: 'static>(
    path: &str,
    check: impl Fn(&str) -> Result<T, LoadError> + 'static,
) -> Result<&'static T, State> {
    let keep = move |text: &str| {
        let value: &'static T = Box::leak(Box::new(check(text)?));
        Ok::<Value, LoadError>(value)
    };
    let value = found(path, Box::new(keep))?;
    // A path has one type.
    value.downcast_ref().ok_or(State::Loading)
}

/// [`get`] without its type.
fn found(path: &str, check: Check) -> Result<Value, State> {
    if let Some(here) = here(path) {
        return here;
    }
    let path = path.to_owned();
    keep(&path, State::Loading, None);
    spawn_local(async move {
        match load(&path, check).await {
            Ok(value) => keep(&path, State::Ready, Some(value)),
            Err(reason) => {
                dom::log(&reason);
                keep(&path, State::Failed(reason), None);
            }
        }
        ARRIVED.get()();
    });
    Err(State::Loading)
}

/// What is in a file, or how far it is, where it was asked for.
fn here(path: &str) -> Option<Result<Value, State>> {
    FILES.with_borrow(|files| {
        let (_, file) = files.iter().find(|(known, _)| known == path)?;
        Some(file.value.ok_or_else(|| file.state.clone()))
    })
}

fn keep(path: &str, state: State, value: Option<Value>) {
    FILES.with_borrow_mut(|files| {
        let file = File { state, value };
        match files.iter_mut().find(|(known, _)| known == path) {
            Some((_, known)) => *known = file,
            None => files.push((path.to_owned(), file)),
        }
    });
}

async fn load(path: &str, check: Check) -> Result<Value, String> {
    let text = dom::file::fetch(path)
        .await
        .map_err(|reason| say!(words(), WAITING_UNFETCHED, url = path, reason = reason))?;
    check(&text).map_err(|reason| say!(words(), WAITING_UNUSABLE, url = path, reason = reason.to_string()))
}
