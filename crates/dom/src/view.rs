//! A tree of nodes as a Leptos view.

use std::cell::OnceCell;
use std::rc::Rc;

use leptos::attr::any_attribute::AnyAttribute;
use leptos::prelude::*;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::no_attrs;
use leptos::tachys::renderer::types;
use leptos::tachys::view::{Mountable, Position, PositionState, Render, RenderHtml};
use page::Element;

use crate::nodes::make;
use crate::patch::patch_element;

/// An element that follows signals: made again when what it read changes, and only the difference written into the page.
///
/// One type for all, where a closure in `view!` is a type, and code, of its own for each place.
pub struct Nodes {
    make: Box<dyn Fn() -> Element + Send>,
    svg: bool,
}

impl std::fmt::Debug for Nodes {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Nodes")
    }
}

impl Nodes {
    /// The element that a function makes; its name has to stay the same.
    pub fn new(make: impl Fn() -> Element + Send + 'static) -> Nodes {
        Nodes { make: Box::new(make), svg: false }
    }

    /// The same within an `svg`.
    pub fn in_svg(make: impl Fn() -> Element + Send + 'static) -> Nodes {
        Nodes { make: Box::new(make), svg: true }
    }
}

/// What stands in the page for [`Nodes`].
pub struct NodesState {
    element: web_sys::Element,
    /// Keeps it up to date for as long as it stands there.
    _effect: RenderEffect<Element>,
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
        self.element.mount(parent, marker);
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
        let Nodes { make: of, svg } = self;
        let made = place.clone();
        let effect = RenderEffect::new(move |before: Option<Element>| {
            let now = of();
            match (made.get(), before) {
                (Some(element), Some(before)) => patch_element(element, &before, &now),
                _ => {
                    if let Ok(element) = make(&now, svg) {
                        made.get_or_init(|| element);
                    }
                }
            }
            now
        });
        // A document without elements is no page; boot.js tells the reader.
        let element =
            place.get().cloned().unwrap_or_else(|| wasm_bindgen::throw_str("no element can be made"));
        NodesState { element, _effect: effect }
    }

    fn rebuild(self, state: &mut NodesState) {
        let mut new = self.build();
        state.element.insert_before_this(&mut new);
        state.unmount();
        *state = new;
    }
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
