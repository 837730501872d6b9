//! The world map: shapes by country, where they are, what lies beside them.
//!
//! All coordinates are map units: the whole map is [`World::width`] units wide, `y` grows downwards.

mod frame;
mod neighbour;
mod outline;

use tip::{Code, LoadError, row, sorted};

pub use frame::{Frame, MAX_ZOOM};
pub use neighbour::{Direction, neighbour};
pub use outline::{Bounds, Point, outlines};

/// The schema of `world.json` that this build writes and reads.
pub const SCHEMA: u32 = 1;

row! {
    /// `assets/map/world.json`, written by `cargo xtask data`.
    pub struct WorldFile {
        /// [`SCHEMA`] when it was written.
        pub schema: u32,
        /// Width of the map in map units.
        pub width: i32,
        /// Height of the map in map units.
        pub height: i32,
        /// Countries and territories; the unrated ones carry a name, the rated ones have theirs in the atlas.
        pub shapes: Vec<ShapeRow>,
        /// Places too small to see, or without a shape of today.
        pub markers: Vec<MarkerRow>,
    }
}

row! {
    /// One shape.
    pub struct ShapeRow {
        /// ISO 3166-1 alpha-3, or the code of a territory that nobody rates.
        pub id: String,
        /// The name, for territories that nobody rates.
        #[serde(skip_serializing_if = "String::is_empty")]
        pub name: String,
        /// The outline as SVG path data: relative moves and lines between whole map units.
        pub d: String,
    }
}

row! {
    /// One marker.
    pub struct MarkerRow {
        /// ISO 3166-1 alpha-3.
        pub id: String,
        /// The position of the marker.
        pub at: (i32, i32),
        /// The place itself, where the marker had to give way to another.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub of: Option<(i32, i32)>,
    }
}

/// How wide a target is that can be met with a finger, in pixels (WCAG 2.2, 2.5.8).
const TARGET: f64 = 24.0;
/// What is thinner than this, in pixels, can hardly be met.
const THIN: f64 = 7.0;

/// The map, checked.
#[derive(Clone, Debug)]
pub struct World {
    /// Width in map units.
    pub width: f64,
    /// Height in map units.
    pub height: f64,
    /// All shapes, in the order they are painted.
    pub shapes: Vec<Shape>,
    /// All markers, painted over the shapes.
    pub markers: Vec<Marker>,
    places: Vec<(Code, Place)>,
}

/// The outline of a country or territory.
#[derive(Clone, Debug)]
pub struct Shape {
    /// The country, where the report has ever placed it.
    pub code: Option<Code>,
    /// The name of a territory that nobody rates; empty for the others.
    pub name: String,
    /// SVG path data.
    pub d: String,
}

/// A mark for a place too small to see.
#[derive(Clone, Copy, Debug)]
pub struct Marker {
    /// The country.
    pub code: Code,
    /// Its position.
    pub at: Point,
    /// The place itself, where that is elsewhere: a leader line runs there.
    pub of: Option<Point>,
}

/// Where a country is on the map.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    /// The point that represents it: its marker, else the middle of its largest part.
    pub at: Point,
    /// The box around its largest part (far islands left out).
    pub bounds: Bounds,
}

impl World {
    /// Reads `world.json`.
    ///
    /// # Errors
    /// [`LoadError`] in plain words.
    pub fn from_json(json: &str) -> Result<World, LoadError> {
        World::from_file(tip::read(json, SCHEMA)?)
    }

    /// Checks the rows of `world.json`.
    ///
    /// # Errors
    /// [`LoadError`] where an outline cannot be read, or a marker is of no country.
    pub fn from_file(file: WorldFile) -> Result<World, LoadError> {
        let mut places: Vec<(Code, Place)> = Vec::new();
        let mut shapes = Vec::with_capacity(file.shapes.len());
        for row in file.shapes {
            let code = if row.name.is_empty() { Code::parse(&row.id) } else { None };
            if let Some(code) = code {
                let largest = outlines(&row.d)
                    .and_then(|parts| parts.into_iter().max_by(|a, b| a.area().total_cmp(&b.area())))
                    .ok_or_else(|| LoadError::content(format!("the outline of {} cannot be read", row.id)))?;
                places.push((code, Place { at: largest.middle(), bounds: largest.bounds() }));
            }
            shapes.push(Shape { code, name: row.name, d: row.d });
        }
        let mut markers = Vec::with_capacity(file.markers.len());
        for row in file.markers {
            let code = Code::parse(&row.id)
                .ok_or_else(|| LoadError::content(format!("the marker of {} is of no country", row.id)))?;
            let at = Point::from(row.at);
            match places.iter_mut().find(|(known, _)| *known == code) {
                Some((_, place)) => *place = Place { at, bounds: place.bounds.with(at) },
                None => places.push((code, Place { at, bounds: Bounds::around(at) })),
            }
            markers.push(Marker { code, at, of: row.of.map(Point::from) });
        }
        Ok(World { width: f64::from(file.width), height: f64::from(file.height), shapes, markers, places })
    }

    /// Where a country is; `None` for one without a shape or a marker.
    pub fn place(&self, code: Code) -> Option<Place> {
        self.places().find(|(known, _)| *known == code).map(|(_, place)| place)
    }

    /// All countries on the map.
    pub fn places(&self) -> impl Iterator<Item = (Code, Place)> + '_ {
        self.places.iter().copied()
    }

    /// The place that a point is meant for, though it may be beside it: the nearest of the small ones within
    /// reach. `pixel` is the size of a pixel in map units. `under` is the country at the point, if there is one:
    /// another is meant only if that is too thin to be met, and its middle nearer; or if it has a marker, and the
    /// country below is so large that it can be met anywhere else. `shown` tells which count.
    pub fn near(
        &self,
        point: Point,
        pixel: f64,
        under: Option<Code>,
        shown: impl Fn(Code) -> bool,
    ) -> Option<Code> {
        let distance = |place: &Place| (place.at.x - point.x).hypot(place.at.y - point.y);
        let below = under.and_then(|code| self.place(code));
        let roomy = |place: Place| place.bounds.width().min(place.bounds.height()) > 2.0 * TARGET * pixel;
        let is_meant = |code: Code, place: &Place| {
            let (width, height) = (place.bounds.width(), place.bounds.height());
            let marked = self.markers.iter().any(|marker| marker.code == code);
            let thin = width.min(height) < THIN * pixel;
            let small = marked || width.max(height) < TARGET * pixel;
            let beside = |below: Place| marked && roomy(below) || thin && distance(place) < distance(&below);
            small && below.is_none_or(beside)
        };
        self.places()
            .filter(|(code, place)| distance(place) < TARGET / 2.0 * pixel && is_meant(*code, place))
            .filter(|(code, _)| shown(*code))
            .min_by(|(_, a), (_, b)| distance(a).total_cmp(&distance(b)))
            .map(|(code, _)| code)
    }

    /// The whole map in sight.
    pub fn whole(&self) -> Frame {
        Frame::whole(self.width, self.height)
    }

    /// A group of countries in sight: the frame around them.
    ///
    /// A country wider than a sixth of the map counts with its middle only, so that Russia does not make
    /// Europe small; one that lies across half the map from the others (an island beyond the map's edge) is
    /// left out.
    pub fn around(&self, codes: impl Iterator<Item = Code>) -> Frame {
        let places: Vec<Place> = codes.filter_map(|code| self.place(code)).collect();
        let from_west = sorted(&places, |place| place.at.x as u64);
        let Some(middle) = from_west.get(places.len() / 2).map(|place| place.at.x) else {
            return self.whole();
        };
        let bounds = places
            .iter()
            .filter(|place| (place.at.x - middle).abs() < self.width / 2.0)
            .map(|place| {
                if place.bounds.width() > self.width / 6.0 { Bounds::around(place.at) } else { place.bounds }
            })
            .reduce(Bounds::union);
        bounds.map_or_else(|| self.whole(), |bounds| self.whole().fit(bounds))
    }
}
