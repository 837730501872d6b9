//! The files of the report as people have them: pages that a browser saved, in one file or many, packed or not, in several
//! encodings.

mod encoding;
mod mhtml;

use std::collections::BTreeSet;
use std::fs;
use std::io::{Cursor, Read};
use std::path::Path;

use anyhow::{Context, Result, bail};
use flate2::read::MultiGzDecoder;

/// Packed files that are larger than this, unpacked, are no report.
const LARGEST: u64 = 512 << 20;

/// The first bytes of a packed file.
const GZIP: [u8; 2] = [0x1f, 0x8b];

/// What a file's text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A page of HTML.
    Html,
    /// Plain text.
    Text,
}

/// A file of the report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name below the folder that was asked for; a person finds the file by it.
    pub name: String,
    /// Its name with the folder that was asked for, which may be called after an edition.
    pub path: String,
    /// What its text is.
    pub kind: Kind,
    /// Its text.
    pub text: String,
    /// The address that it was saved from, where the file says so beside its text.
    pub address: Option<String>,
}

/// What was found in some paths.
#[derive(Debug, Default)]
pub struct Files {
    /// The files that were read.
    pub files: Vec<File>,
    /// The others: name and reason.
    pub unread: Vec<String>,
}

/// Reads files, and those in folders and archives.
///
/// # Errors
/// Where a path cannot be read, or two files have one name.
pub fn read(paths: &[impl AsRef<Path>]) -> Result<Files> {
    let mut files = Files::default();
    for path in paths {
        let path = path.as_ref();
        match path.is_dir() {
            true => {
                let folder = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                files.folder(path, "", &folder)?;
            }
            false => {
                let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                let bytes = fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
                files.add(&name, &name, &bytes);
            }
        }
    }
    let mut names = BTreeSet::new();
    if let Some(twice) = files.files.iter().find(|file| !names.insert(&file.name)) {
        bail!(
            "two files are called {}: where something was read could not be told; give their common folder",
            twice.name
        );
    }
    Ok(files)
}

impl Files {
    /// Reads a folder, without what browsers save beside a page.
    fn folder(&mut self, path: &Path, prefix: &str, around: &str) -> Result<()> {
        let entries = fs::read_dir(path).with_context(|| format!("cannot read {}", path.display()))?;
        let mut entries: Vec<_> = entries.collect::<std::io::Result<_>>()?;
        entries.sort_by_key(std::fs::DirEntry::file_name);
        let names: BTreeSet<String> =
            entries.iter().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
        for entry in entries {
            let own = entry.file_name().to_string_lossy().into_owned();
            let name = format!("{prefix}{own}");
            let path = entry.path();
            if is_hidden(&own) || path.is_dir() && is_beside(&own, &names) {
                continue;
            }
            match path.is_dir() {
                true => self.folder(&path, &format!("{name}/"), around)?,
                false => {
                    let bytes = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
                    self.add(&name, &format!("{around}/{name}"), &bytes);
                }
            }
        }
        Ok(())
    }

    /// Adds a file, or those that are packed in it.
    fn add(&mut self, name: &str, path: &str, bytes: &[u8]) {
        if let Err(why) = self.unpacked(name, path, bytes) {
            self.unread.push(format!("{name}: {why}"));
        }
    }

    fn unpacked(&mut self, name: &str, path: &str, bytes: &[u8]) -> Result<(), String> {
        if bytes.starts_with(&GZIP) {
            let unpacked = limited(MultiGzDecoder::new(bytes))?;
            if unpacked.starts_with(&GZIP) {
                return Err("it is packed twice: unpack it".to_owned());
            }
            let inner = |name: &str| name.strip_suffix(".gz").unwrap_or(name).to_owned();
            return self.unpacked(&inner(name), &inner(path), &unpacked);
        }
        let ending = name.rsplit('.').next().unwrap_or_default().to_lowercase();
        if ending == "zip" {
            return self.archive(name, path, bytes);
        }
        if bytes.starts_with(b"%PDF") {
            return Err(
                "it is a PDF: make its text by `pdftotext report.pdf report.txt`, and import that".to_owned()
            );
        }
        let (kind, text, address) = match ending.as_str() {
            "html" | "htm" | "xhtml" | "shtml" => (Kind::Html, encoding::text(bytes)?, None),
            "mhtml" | "mht" => {
                let (text, address, others) = mhtml::page(bytes)?;
                if others > 0 {
                    self.unread.push(format!("{name}: {others} frames in it name a tier and are left out"));
                }
                (Kind::Html, text, address)
            }
            "txt" | "text" => (Kind::Text, encoding::text(bytes)?, None),
            _ => return Err("it is neither HTML nor text".to_owned()),
        };
        self.files.push(File { name: name.to_owned(), path: path.to_owned(), kind, text, address });
        Ok(())
    }

    /// The files in a zip archive.
    fn archive(&mut self, name: &str, path: &str, bytes: &[u8]) -> Result<(), String> {
        let broken = |error: zip::result::ZipError| format!("its archive cannot be read: {error}");
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(broken)?;
        let plain = |name: &str| name.replace('\\', "/").trim_start_matches("./").to_owned();
        let mut names = BTreeSet::new();
        for at in 0..archive.len() {
            names.insert(plain(&archive.by_index(at).map_err(broken)?.name().map_err(broken)?));
        }
        for at in 0..archive.len() {
            let entry = archive.by_index(at).map_err(broken)?;
            let within = plain(&entry.name().map_err(broken)?);
            let folders =
                within.char_indices().filter(|(_, c)| *c == '/').filter_map(|(at, _)| within.get(..at));
            if entry.is_dir()
                || within.split('/').any(is_hidden)
                || folders.into_iter().any(|folder| is_beside(folder, &names))
            {
                continue;
            }
            let unpacked = limited(entry)?;
            let parts = |around: &str| format!("{around}/{within}");
            match within.to_lowercase().ends_with(".zip") {
                true => self
                    .unread
                    .push(format!("{}: it is an archive within an archive: unpack it", parts(name))),
                false => self.add(&parts(name), &parts(path.strip_suffix(".zip").unwrap_or(path)), &unpacked),
            }
        }
        Ok(())
    }
}

/// What can be read from a packed file, up to a limit.
fn limited(reader: impl Read) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    reader
        .take(LARGEST + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| format!("it cannot be unpacked: {error}"))?;
    match u64::try_from(bytes.len()).is_ok_and(|length| length > LARGEST) {
        true => Err("it is larger than any report, unpacked".to_owned()),
        false => Ok(bytes),
    }
}

/// Whether a file or folder is one that systems hide.
fn is_hidden(name: &str) -> bool {
    name.starts_with('.') || name == "__MACOSX"
}

/// Whether a folder is the one that a browser put beside a page, for its pictures and styles: `Chad_files` beside `Chad.htm`.
fn is_beside(folder: &str, names: &BTreeSet<String>) -> bool {
    let page = folder.strip_suffix("_files").or_else(|| folder.strip_suffix(".files"));
    page.is_some_and(|page| {
        ["html", "htm", "xhtml"].iter().any(|ending| names.contains(&format!("{page}.{ending}")))
    })
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    fn told(files: &Files) -> Vec<(&str, &str)> {
        files.files.iter().map(|file| (file.name.as_str(), file.text.as_str())).collect()
    }

    #[test]
    fn packed_pages_are_unpacked_and_what_is_beside_a_page_is_left_out() {
        let place = tempfile::tempdir().unwrap();
        let folder = place.path().join("report-2024");
        fs::create_dir_all(folder.join("Chad_files")).unwrap();
        fs::write(folder.join("Chad.htm"), "<p>chad").unwrap();
        fs::write(folder.join("Chad_files/ad.html"), "<p>ad").unwrap();
        fs::create_dir_all(folder.join("tip_files")).unwrap();
        fs::write(folder.join("tip_files/mali.html"), "<p>mali").unwrap();
        fs::write(folder.join(".DS_Store"), "x").unwrap();
        fs::write(folder.join("report.pdf"), "%PDF-1.7").unwrap();
        fs::write(folder.join("list.xlsx"), "x").unwrap();
        let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        gzip.write_all(b"<p>france").unwrap();
        let gzip = gzip.finish().unwrap();
        fs::write(folder.join("france.html.gz"), &gzip).unwrap();
        // As some programs save what a server sent packed.
        fs::write(folder.join("gabon.html"), &gzip).unwrap();
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, text) in [("./2024/kenya.html", "<p>kenya"), ("__MACOSX/2024/._kenya.html", "x")] {
            zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
            zip.write_all(text.as_bytes()).unwrap();
        }
        fs::write(folder.join("more.zip"), zip.finish().unwrap().into_inner()).unwrap();
        let files = read(&[&folder]).unwrap();
        assert_eq!(
            told(&files),
            [
                ("Chad.htm", "<p>chad"),
                ("france.html", "<p>france"),
                ("gabon.html", "<p>france"),
                ("more.zip/2024/kenya.html", "<p>kenya"),
                ("tip_files/mali.html", "<p>mali")
            ]
        );
        assert_eq!(files.files[3].path, "report-2024/more/2024/kenya.html");
        let unread = files.unread.join("\n");
        assert!(
            unread.contains("list.xlsx: it is neither") && unread.contains("report.pdf: it is a PDF"),
            "{unread}"
        );
        assert_eq!(files.unread.len(), 2);
    }

    /// A packed file can be made that is packed again for ever.
    #[test]
    fn a_file_that_is_packed_twice_is_refused() {
        let packed = |bytes: &[u8]| {
            let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
            gzip.write_all(bytes).unwrap();
            gzip.finish().unwrap()
        };
        let place = tempfile::tempdir().unwrap();
        fs::write(place.path().join("a.html.gz"), packed(&packed(b"<p>a"))).unwrap();
        assert_eq!(read(&[place.path()]).unwrap().unread, ["a.html.gz: it is packed twice: unpack it"]);
    }

    #[test]
    fn two_files_of_one_name_are_refused() {
        let place = tempfile::tempdir().unwrap();
        for folder in ["a", "b"] {
            fs::create_dir(place.path().join(folder)).unwrap();
            fs::write(place.path().join(folder).join("x.txt"), "x").unwrap();
        }
        let error = read(&[place.path().join("a"), place.path().join("b")]).unwrap_err().to_string();
        assert!(error.contains("two files are called x.txt"), "{error}");
    }
}
