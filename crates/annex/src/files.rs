//! The files that these pages read, fetched once and held for as long as the browser's page lives.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use chart::map::World;
use dom::language::words;
use page::State;
use tip::{Atlas, Code, Dossier, LoadError, Record};
use wasm_bindgen_futures::spawn_local;
use words::say;

/// A file: how far it is, and what is in it.
#[derive(Debug)]
pub struct File<T: 'static> {
    state: State,
    value: Option<&'static T>,
    asked: bool,
}

impl<T> Default for File<T> {
    fn default() -> File<T> {
        File { state: State::Loading, value: None, asked: false }
    }
}

/// All files.
#[derive(Debug, Default)]
struct Files {
    /// In the page's language, and in English where that is another.
    atlas: File<(Atlas, Option<Atlas>)>,
    world: File<World>,
    record: File<Record>,
    dossiers: BTreeMap<Code, File<Dossier>>,
}

thread_local! {
    static FILES: RefCell<Files> = RefCell::default();
    static ARRIVED: Cell<fn()> = const { Cell::new(|| ()) };
}

/// What is to be done when a file has come, or could not be had.
pub fn on_arrival(run: fn()) {
    ARRIVED.set(run);
}

/// `data/atlas.json`, fetched the first time it is asked for.
pub fn atlas() -> Result<&'static Atlas, State> {
    let both = get(
        |files| &mut files.atlas,
        "data/atlas.json",
        |text| {
            let english = if words().is_english() { None } else { Some(Atlas::from_json(text)?) };
            Ok((dom::language::told(Atlas::from_json(text)?), english))
        },
    );
    both.map(|(told, _)| told)
}

/// The same in English, as the data have it, once it is here.
pub fn english() -> Option<&'static Atlas> {
    FILES.with_borrow(|files| files.atlas.value).map(|(told, english)| english.as_ref().unwrap_or(told))
}

/// `map/world.json`, likewise.
pub fn world() -> Result<&'static World, State> {
    get(|files| &mut files.world, "map/world.json", World::from_json)
}

/// `data/record.json`, likewise.
pub fn record() -> Result<&'static Record, State> {
    get(|files| &mut files.record, "data/record.json", Record::from_json)
}

/// What there is on a country beyond its placements, likewise.
pub fn dossier(code: Code) -> Result<&'static Dossier, State> {
    let path = format!("data/country/{code}.json");
    get(
        move |files| files.dossiers.entry(code).or_default(),
        &path,
        move |text| Dossier::from_json(text, code),
    )
}

/// Has the files that could not be had fetched again.
pub fn again() {
    FILES.with_borrow_mut(|files| {
        retry(&mut files.atlas);
        retry(&mut files.world);
        retry(&mut files.record);
        files.dossiers.values_mut().for_each(retry);
    });
}

fn retry<T>(file: &mut File<T>) {
    if file.value.is_none() {
        *file = File::default();
    }
}

/// What is in a file, or how far it is; begins to fetch it the first time.
fn get<T: 'static>(
    of: impl Fn(&mut Files) -> &mut File<T> + 'static,
    path: &str,
    check: impl Fn(&str) -> Result<T, LoadError> + 'static,
) -> Result<&'static T, State> {
    let (found, state, asked) = FILES.with_borrow_mut(|files| {
        let file = of(files);
        (file.value, file.state.clone(), std::mem::replace(&mut file.asked, true))
    });
    if !asked {
        let path = path.to_owned();
        spawn_local(async move {
            let reached = load(&path, check).await;
            FILES.with_borrow_mut(|files| {
                let file = of(files);
                match reached {
                    Ok(value) => {
                        file.value = Some(Box::leak(Box::new(value)));
                        file.state = State::Ready;
                    }
                    Err(reason) => file.state = State::Failed(reason),
                }
            });
            ARRIVED.get()();
        });
    }
    found.ok_or(state)
}

async fn load<T>(path: &str, check: impl Fn(&str) -> Result<T, LoadError>) -> Result<T, String> {
    let text = dom::file::fetch(path)
        .await
        .map_err(|reason| say!(words(), WAITING_UNFETCHED, url = path, reason = reason))?;
    check(&text).map_err(|reason| say!(words(), WAITING_UNUSABLE, url = path, reason = reason.to_string()))
}
