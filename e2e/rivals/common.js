// What both pages do: fetch, and tell when they are done. The colours are the atlas's own.
export const COLOURS = { 1: "#1c4a75", 2: "#87bcd1", W: "#eeb533", 3: "#a31629", S: "#8e6a7c", ".": "#efebe2" };
export const YEAR = document.querySelector("input[name=year]");

export async function fetched() {
  const [atlas, map] = await Promise.all(["atlas.json", "map.json"].map((file) => fetch(file).then((answer) => answer.json())));
  const first = atlas.editions[0].year;
  const placements = new Map(atlas.countries.map((country) => [country.iso3, country.placements]));
  return { map, placements, tier: (iso3, year) => placements.get(iso3)?.[year - first] ?? "." };
}

export function painted() {
  document.documentElement.dataset.painted = "";
  document.documentElement.dataset.app = "ready";
}
