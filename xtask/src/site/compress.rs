//! The compressed forms of the site's files, for hosts that send them as they are.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::Result;
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::parallel::each;

/// Puts a brotli and a gzip file beside each file, for hosts that serve them as they are. Every processor takes its share.
///
/// # Errors
/// Where a file cannot be read or written.
pub fn compress(folder: &Path) -> Result<()> {
    let texts: Vec<PathBuf> = files(folder)?.into_iter().filter(|file| !is_packed(file)).collect();
    each(&texts, |file| compress_file(file))?;
    Ok(())
}

/// Whether a file is as small as it gets.
fn is_packed(file: &Path) -> bool {
    file.extension().is_some_and(|ending| ending == "png" || ending == "xlsx" || ending == "zip")
}

/// All files in a folder and those below it.
///
/// # Errors
/// Where a folder cannot be read.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.append(&mut files(&path)?);
        } else {
            found.push(path);
        }
    }
    Ok(found)
}

fn compress_file(path: &Path) -> Result<()> {
    let bytes = fs::read(path)?;
    let beside = |ending: &str| {
        let mut name = path.to_path_buf().into_os_string();
        name.push(ending);
        name
    };
    fs::write(beside(".br"), brotli(&bytes)?)?;
    // The header of the format has no time in it, so that the same file gives the same bytes.
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(&bytes)?;
    fs::write(beside(".gz"), gzip.finish()?)?;
    Ok(())
}

/// Compresses with brotli at level 11, as a host does that prepares its files.
///
/// # Errors
/// Never in practice: it writes into memory.
pub fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut compressed = Vec::new();
    let params = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 24, ..Default::default() };
    brotli::BrotliCompress(&mut &bytes[..], &mut compressed, &params)?;
    Ok(compressed)
}
