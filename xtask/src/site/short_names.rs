//! The names by which the program and its script know each other's functions, made short.
//!
//! wasm-bindgen calls each import by its Rust name with a hash, `__wbg_createElementNS_2f7464180077e8e4`, and exports what calls a
//! closure by its mangled name. There are some 240, in the program and in the script, and a hash does not compress: short names
//! make every page 5.5 kB of brotli smaller (November 2026).

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, anyhow, bail};

/// Gives the imports of a program, and the exports with mangled names, short ones, in its file and in the script, which is
/// returned.
///
/// # Errors
/// Where the program is none, or the script does not have each name once.
pub fn shorten(program: &Path, script: &str) -> Result<String> {
    let bytes = fs::read(program).with_context(|| format!("cannot read {}", program.display()))?;
    let mut config = walrus::ModuleConfig::new();
    config.generate_name_section(false).generate_producers_section(false);
    let mut module =
        config.parse(&bytes).map_err(|reason| anyhow!("the program cannot be read: {reason:#}"))?;
    let mut script = script.to_owned();
    let long: Vec<_> = module.imports.iter_mut().filter(|import| has_hash(&import.name)).collect();
    if long.is_empty() {
        bail!("wasm-bindgen names its imports otherwise than expected: none ends in a hash");
    }
    for (at, import) in long.into_iter().enumerate() {
        // A key of an object in the script, and nothing else.
        let key = format!("{}: ", import.name);
        if script.matches(import.name.as_str()).count() != 1 || !script.contains(&key) {
            bail!("the script of wasm-bindgen does not have {} once, as a key", import.name);
        }
        let name = short(at);
        script = script.replace(&key, &format!("{name}: "));
        import.name = name;
    }
    let mangled = module.exports.iter_mut().filter(|export| export.name.starts_with("_R"));
    for (at, export) in mangled.enumerate() {
        // The script calls it, by its name as a property, and does nothing else with that.
        let property = format!("wasm.{}", export.name);
        let call = format!("{property}(");
        let uses = script.match_indices(&property).filter(|(at, _)| {
            // Another name may begin with this one.
            let after = script.get(at + property.len()..).and_then(|rest| rest.chars().next());
            after.is_none_or(|letter| !letter.is_alphanumeric() && letter != '_' && letter != '$')
        });
        if uses.count() != script.matches(&call).count() {
            bail!("the script of wasm-bindgen has {} elsewhere than in calls", export.name);
        }
        let name = short(at);
        script = script.replace(&call, &format!("wasm.{name}("));
        export.name = name;
    }
    fs::write(program, module.emit_wasm()).with_context(|| format!("cannot write {}", program.display()))?;
    Ok(script)
}

/// Whether a name ends in a hash of wasm-bindgen's: 16 hexadecimal digits.
fn has_hash(name: &str) -> bool {
    let hash = name.rsplit_once('_').map_or("", |(_, hash)| hash);
    name.starts_with("__wb") && hash.len() == 16 && hash.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// The name of a number: `$a` to `$z`, `$aa` and so on. No other name in the script begins so.
fn short(mut at: usize) -> String {
    let mut letters = Vec::new();
    loop {
        letters.push(char::from(b'a' + u8::try_from(at % 26).unwrap_or_default()));
        if at < 26 {
            break;
        }
        at = at / 26 - 1;
    }
    letters.push('$');
    letters.into_iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_number_has_a_name_of_its_own() {
        let names: std::collections::BTreeSet<String> = (0..1000).map(short).collect();
        assert_eq!(names.len(), 1000);
        assert_eq!(
            (short(0), short(25), short(26), short(702)),
            ("$a".into(), "$z".into(), "$aa".into(), "$aaa".into())
        );
    }

    #[test]
    fn program_and_script_go_on_fitting() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("program.wasm");
        let mut module = walrus::Module::default();
        let kind = module.types.add(&[], &[]);
        for name in ["__wbg_log_0123456789abcdef", "__wbindgen_init_externref_table"] {
            module.add_import_func("./x.js", name, kind);
        }
        let (log, _) = module.add_import_func("./x.js", "__wbg_debug_fedcba9876543210", kind);
        module.exports.add("_RINvCs0_8closures6invoke", log);
        module.exports.add("start", log);
        let wasm = module.emit_wasm();
        fs::write(&file, &wasm).unwrap();
        let imports = "return { __wbg_log_0123456789abcdef: function() {}, __wbg_debug_fedcba9876543210: function() {}, \
                       __wbindgen_init_externref_table: function() {} };";
        let script = format!("wasm._RINvCs0_8closures6invoke(a); {imports}");
        let shortened = shorten(&file, &script).unwrap();
        assert_eq!(
            shortened,
            "wasm.$a(a); return { $a: function() {}, $b: function() {}, \
             __wbindgen_init_externref_table: function() {} };"
        );
        let read = walrus::Module::from_file(&file).unwrap();
        let exports: Vec<&str> = read.exports.iter().map(|export| export.name.as_str()).collect();
        assert_eq!(exports, ["$a", "start"]);
        let names: Vec<&str> = read.imports.iter().map(|import| import.name.as_str()).collect();
        assert_eq!(names, ["$a", "__wbindgen_init_externref_table", "$b"]);
        fs::write(&file, &wasm).unwrap();
        let elsewhere = format!("const call = wasm._RINvCs0_8closures6invoke; {imports}");
        assert!(shorten(&file, &elsewhere).unwrap_err().to_string().contains("elsewhere than in calls"));
        assert!(
            shorten(&file, "return {};").unwrap_err().to_string().contains("__wbg_log_0123456789abcdef once")
        );
    }
}
