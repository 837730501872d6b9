//! A tree of nodes as a Leptos view, with event listeners and with other views in it.

use std::cell::{Cell, OnceCell};
use std::rc::Rc;

use leptos::attr::any_attribute::AnyAttribute;
use leptos::prelude::*;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::no_attrs;
use leptos::tachys::renderer::types;
use leptos::tachys::view::any_view::AnyViewState;
use leptos::tachys::view::{Mountable, Position, PositionState, Render, RenderHtml};
use page::Element;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

use crate::log;
use crate::nodes::make;
use crate::patch::patch_element;

thread_local! {
    /// The place in the page of the file whose element the next [`Nodes`] takes, instead of making one.
    static PLACE: Cell<Option<web_sys::Element>> = const { Cell::new(None) };
    static ADOPTING: Cell<bool> = const { Cell::new(false) };
}

/// Runs a function that makes views, which adopt the elements in a place of the page that a file of the site
/// brought with it: those are what the same trees make. Lasts until [`adopted`].
pub fn adopt(place: &web_sys::Element, make: impl FnOnce()) {
    ADOPTING.set(true);
    PLACE.set(Some(place.clone()));
    make();
    PLACE.take();
}

/// Whether views that are made now adopt elements of the page, so that their first contents are not written.
pub fn adopting() -> bool {
    ADOPTING.get()
}

/// What is made from now on is new.
pub fn adopted() {
    ADOPTING.set(false);
}

/// An element that follows signals: made again when what it read changes, and only the difference written into the page.
///
/// One type for all, where an element in `view!` is a type, and code, of its own for each place.
pub struct Nodes {
    make: Box<dyn Fn() -> Element + Send>,
    listeners: Vec<(&'static str, Listener)>,
    inside: Vec<(&'static str, AnyView)>,
}

type Listener = Box<dyn Fn(&web_sys::Event) + Send>;

impl std::fmt::Debug for Nodes {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Nodes")
    }
}

impl Nodes {
    /// The element that a function makes; its name has to stay the same.
    pub fn new(make: impl Fn() -> Element + Send + 'static) -> Nodes {
        Nodes { make: Box::new(make), listeners: Vec::new(), inside: Vec::new() }
    }

    /// Listens for an event of the element, or a bubbling one of its descendants.
    #[must_use]
    pub fn on(mut self, event: &'static str, run: impl Fn(&web_sys::Event) + Send + 'static) -> Nodes {
        self.listeners.push((event, Box::new(run)));
        self
    }

    /// Listens for keys, save those of an input method while it composes.
    #[must_use]
    pub fn on_key(self, run: impl Fn(&web_sys::KeyboardEvent) + Send + 'static) -> Nodes {
        self.on("keydown", move |event| {
            if let Some(event) = event.dyn_ref().filter(|event| !composes(event)) {
                run(event);
            }
        })
    }

    /// Puts a view into the element with an id, which is this one's and which the tree leaves empty.
    #[must_use]
    pub fn with(mut self, id: &'static str, view: AnyView) -> Nodes {
        self.inside.push((id, view));
        self
    }
}

/// Whether a key belongs to an input method: Safari says so by the key code alone.
pub fn composes(event: &web_sys::KeyboardEvent) -> bool {
    const PROCESSED: u32 = 229;
    event.is_composing() || event.key_code() == PROCESSED
}

/// A view that follows signals, of one type whatever it shows.
pub fn switch(show: impl FnMut() -> AnyView + Send + 'static) -> AnyView {
    let show: Box<dyn FnMut() -> AnyView + Send> = Box::new(show);
    show.into_any()
}

/// The mounted element of [`Nodes`].
pub struct NodesState {
    element: web_sys::Element,
    /// Whether it is in its place already: adopted from the page of the file.
    in_place: bool,
    /// Keeps it up to date while it is mounted.
    _effect: RenderEffect<Element>,
    _listeners: Vec<Closure<dyn Fn(web_sys::Event)>>,
    _inside: Vec<AnyViewState>,
}

impl std::fmt::Debug for NodesState {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("NodesState")
    }
}

impl Mountable for NodesState {
    fn unmount(&mut self) {
        self.element.remove();
    }

    fn mount(&mut self, parent: &types::Element, marker: Option<&types::Node>) {
        if !std::mem::take(&mut self.in_place) {
            self.element.mount(parent, marker);
        }
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.element.insert_before_this(child)
    }

    fn elements(&self) -> Vec<types::Element> {
        vec![self.element.clone()]
    }
}

impl Render for Nodes {
    type State = NodesState;

    fn build(self) -> NodesState {
        let place: Rc<OnceCell<web_sys::Element>> = Rc::default();
        let taken = PLACE.take().and_then(|place| place.first_element_child());
        let in_place = taken.is_some();
        if let Some(taken) = taken {
            place.get_or_init(|| taken);
        }
        let made = place.clone();
        let of = self.make;
        let effect = RenderEffect::new(move |before: Option<Element>| {
            let now = of();
            match (made.get(), before) {
                (Some(element), Some(before)) => patch_element(element, &before, &now),
                // The file's, made of the same tree.
                (Some(_), None) => {}
                (None, _) => {
                    if let Ok(element) = make(&now) {
                        made.get_or_init(|| element);
                    }
                }
            }
            now
        });
        // The browser refuses to make elements; boot.js shows a message.
        let element =
            place.get().cloned().unwrap_or_else(|| wasm_bindgen::throw_str("no element can be made"));
        let listeners = self.listeners.into_iter().map(|(name, run)| listen(&element, name, run)).collect();
        let inside = self
            .inside
            .into_iter()
            .filter_map(|(id, view)| put_inside(&element, id, view, in_place))
            .collect();
        NodesState { element, in_place, _effect: effect, _listeners: listeners, _inside: inside }
    }

    fn rebuild(self, state: &mut NodesState) {
        let mut new = self.build();
        state.element.insert_before_this(&mut new);
        state.unmount();
        *state = new;
    }
}

fn listen(element: &web_sys::Element, name: &str, run: Listener) -> Closure<dyn Fn(web_sys::Event)> {
    let listener = Closure::<dyn Fn(web_sys::Event)>::new(move |event| run(&event));
    if element.add_event_listener_with_callback(name, listener.as_ref().unchecked_ref()).is_err() {
        log("the page cannot be listened to");
    }
    listener
}

fn put_inside(element: &web_sys::Element, id: &str, view: AnyView, in_place: bool) -> Option<AnyViewState> {
    let Ok(Some(place)) = element.query_selector(&format!("#{id}")) else {
        log("a view has no place in the page");
        return None;
    };
    PLACE.set(in_place.then(|| place.clone()));
    let mut state = view.build();
    PLACE.take();
    state.mount(&place, None);
    Some(state)
}

no_attrs!(Nodes);

impl RenderHtml for Nodes {
    type AsyncOutput = Nodes;
    type Owned = Nodes;
    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Nodes {
        self
    }

    // Static pages are written natively (`xtask`), so Leptos writes none.
    fn to_html_with_buf(
        self,
        _: &mut String,
        position: &mut Position,
        _: bool,
        _: bool,
        _: Vec<AnyAttribute>,
    ) {
        *position = Position::NextChild;
    }

    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> NodesState {
        self.build()
    }

    fn into_owned(self) -> Nodes {
        self
    }
}
