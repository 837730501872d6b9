//! Starts the app in the page's `#app`.

fn main() {
    tier_atlas::start();
}
