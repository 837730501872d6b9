//! Checks the tier colours of the style sheet: distinct under each colour vision, and legible.

use std::collections::BTreeMap;

use palette::color_difference::{Ciede2000, Wcag21RelativeContrast};
use palette::{FromColor, Lab, LinSrgb, Srgb};

/// The colours of a theme.
type Colours = BTreeMap<String, Srgb<f32>>;

fn themes() -> [(&'static str, Colours); 2] {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let [light, dark] = super::tokens::themes(&root).unwrap().map(|tokens| {
        let colour = |hex: &str| hex.parse::<Srgb<u8>>().unwrap().into_format();
        tokens.iter().map(|(name, hex)| (name.clone(), colour(hex))).collect()
    });
    [("light", light), ("dark", dark)]
}

/// How a colour looks to an eye without one kind of cones: G. M. Machado, M. M. Oliveira, L. A. F. Fernandes, “A
/// Physiologically-based Model for Simulation of Color Vision Deficiency”, 2009, severity 1, on linear light.
fn seen(colour: Srgb<f32>, by: Option<[[f32; 3]; 3]>) -> Lab {
    let linear: LinSrgb = colour.into_linear();
    let Some(m) = by else { return Lab::from_color(linear) };
    let row = |m: [f32; 3]| (m[0] * linear.red + m[1] * linear.green + m[2] * linear.blue).clamp(0.0, 1.0);
    Lab::from_color(LinSrgb::new(row(m[0]), row(m[1]), row(m[2])))
}

const EYES: [(&str, Option<[[f32; 3]; 3]>); 4] = [
    ("normal", None),
    (
        "protan",
        Some([
            [0.152_286, 1.052_583, -0.204_868],
            [0.114_503, 0.786_281, 0.099_216],
            [-0.003_882, -0.048_116, 1.051_998],
        ]),
    ),
    (
        "deutan",
        Some([
            [0.367_322, 0.860_646, -0.227_968],
            [0.280_085, 0.672_501, 0.047_413],
            [-0.011_820, 0.042_940, 0.968_881],
        ]),
    ),
    (
        "tritan",
        Some([
            [1.255_528, -0.076_749, -0.178_779],
            [-0.078_411, 0.930_809, 0.147_602],
            [0.004_733, 0.691_367, 0.303_900],
        ]),
    ),
];

const CLASSES: [&str; 6] = ["t1", "t2", "t2w", "t3", "tsc", "none"];

#[test]
fn every_two_classes_are_told_apart_by_every_eye() {
    for (theme, tokens) in themes() {
        for (eye, by) in EYES {
            for (at, a) in CLASSES.iter().enumerate() {
                for b in &CLASSES[at + 1..] {
                    let apart = seen(tokens[*a], by).difference(seen(tokens[*b], by));
                    assert!(apart >= 15.0, "{a} and {b} are {apart:.1} apart ({theme}, {eye})");
                }
            }
        }
    }
}

#[test]
fn text_stands_out_from_its_ground() {
    for (theme, tokens) in themes() {
        let mut pairs: Vec<(String, &str, f32)> = Vec::new();
        for ground in ["paper", "raised"] {
            for text in ["ink", "soft", "accent", "warn"] {
                pairs.push((text.to_owned(), ground, 4.5));
            }
        }
        for series in 0..8 {
            pairs.push((format!("s{series}"), "paper", 4.5));
        }
        for class in CLASSES {
            // Ink upon the colour; and the line that bounds it, which is no text.
            pairs.push((format!("{class}-on"), class, 4.5));
            pairs.push((format!("{class}-line"), "paper", 3.0));
        }
        for (text, ground, least) in pairs {
            let contrast = tokens[&text].relative_contrast(tokens[ground]);
            assert!(contrast >= least, "{text} on {ground}: {contrast:.2} of {least} ({theme})");
        }
    }
}
