//! What the columns of tables mean, in English, the language of the data.

/// A column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub name: &'static str,
    /// Its type, as Frictionless Data names it.
    pub kind: &'static str,
    /// What stands in it.
    pub meaning: &'static str,
}

const fn text(name: &'static str, meaning: &'static str) -> Column {
    Column { name, kind: "string", meaning }
}

const fn number(name: &'static str, meaning: &'static str) -> Column {
    Column { name, kind: "integer", meaning }
}

/// All columns; one of a name means the same in every table.
pub const COLUMNS: [Column; 25] = [
    text("iso3", "ISO 3166-1 alpha-3 code; XKX for Kosovo, ANT, SCG and YUG for former countries"),
    text("country", "Name of the country or territory"),
    text("region", "Region of the report"),
    number("edition", "Year of the edition"),
    text("tier", "1, 2, 2W (Tier 2 Watch List), 3 or SC (Special Case); empty without a placement"),
    text("placement", "The placement in words, or why there is none"),
    text("change", "What changed since the edition before"),
    number("from_edition", "Year of the earlier edition"),
    text("from_tier", "Tier of the earlier edition; empty without a placement"),
    number("to_edition", "Year of the later edition"),
    text("to_tier", "Tier of the later edition; empty without a placement"),
    text("movement", "upgrade, downgrade, or what else the change is"),
    number("fiscal_year", "The U.S. fiscal year that a restriction is for: the one after the edition"),
    text("outcome", "What the President determined; empty where that is not in our record"),
    text("detail", "What was waived, or what else was determined"),
    text("determination", "Number of the Presidential Determination"),
    text("read", "How much of the determination was read for the record"),
    text("source", "Where the determination was read"),
    number("since", "Year of the first edition of this stay on the Watch List"),
    number("editions", "Consecutive editions on the Watch List"),
    number("waivers_stated", "Waivers of the downgrade in this stay that a source states"),
    number("waivers_implied", "Waivers of the downgrade in this stay that only follow from the placements"),
    text("next_edition", "What the law says of the next edition"),
    text("rule", "The rule that says so, as in the U.S. Code"),
    number("countries", "How many countries and territories"),
];

/// The column of a name.
pub fn column(name: &'static str) -> Column {
    COLUMNS.into_iter().find(|column| column.name == name).unwrap_or(text(name, ""))
}
