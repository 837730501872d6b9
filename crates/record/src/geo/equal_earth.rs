//! The Equal Earth projection: equal-area, from a closed polynomial.
//!
//! Šavrič, B., Patterson, T., Jenny, B. (2018): The Equal Earth map projection. International Journal of
//! Geographical Information Science 33(3), 454–465. doi:10.1080/13658816.2018.1504949. The coefficients
//! are theirs.

const A1: f64 = 1.340264;
const A2: f64 = -0.081106;
const A3: f64 = 0.000893;
const A4: f64 = 0.003796;

/// Projects longitude and latitude in degrees onto a unit sphere's map; `y` grows northwards.
pub fn equal_earth(lon: f64, lat: f64) -> (f64, f64) {
    let m = 3f64.sqrt() / 2.0;
    let theta = (m * lat.to_radians().sin()).asin();
    let t2 = theta * theta;
    let t6 = t2 * t2 * t2;
    let x = lon.to_radians() * theta.cos() / (m * (A1 + 3.0 * A2 * t2 + t6 * (7.0 * A3 + 9.0 * A4 * t2)));
    let y = theta * (A1 + A2 * t2 + t6 * (A3 + A4 * t2));
    (x, y)
}

#[cfg(test)]
mod tests {
    use super::equal_earth;

    /// Width and height of the whole map, as published with the projection (its aspect is 2.05458), and
    /// the sphere's area, which an equal-area projection must keep: 4π, measured by summing up strips.
    #[test]
    fn the_map_has_the_published_proportions_and_the_spheres_area() {
        let (right, _) = equal_earth(180.0, 0.0);
        let (_, top) = equal_earth(0.0, 90.0);
        assert!((right / top - 2.05458).abs() < 1e-5);
        let strips = 20_000;
        let mut area = 0.0;
        for i in 0..strips {
            let lat = |i: f64| -90.0 + 180.0 * i / f64::from(strips);
            let i = f64::from(i);
            let (x, _) = equal_earth(180.0, lat(i + 0.5));
            let height = equal_earth(0.0, lat(i + 1.0)).1 - equal_earth(0.0, lat(i)).1;
            area += 2.0 * x * height;
        }
        assert!((area - 4.0 * std::f64::consts::PI).abs() < 1e-5, "{area}");
    }

    #[test]
    fn it_is_symmetric() {
        let (x, y) = equal_earth(100.0, 40.0);
        assert_eq!(equal_earth(-100.0, 40.0), (-x, y));
        let (south_x, south_y) = equal_earth(100.0, -40.0);
        assert!((south_x - x).abs() < 1e-12 && (south_y + y).abs() < 1e-12);
    }
}
