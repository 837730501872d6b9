// The map as d3's own examples make it: TopoJSON, projected in the browser, one path a country, one write a shape and step.
import { geoEqualEarth, geoPath } from "d3-geo";
import { select } from "d3-selection";
import { feature } from "topojson-client";
import { COLOURS, YEAR, fetched, painted } from "./common.js";

const { map, tier } = await fetched();
const features = feature(map, map.objects.countries).features.filter((country) => country.properties.a3 !== "ATA");
const projection = geoEqualEarth().fitSize([1000, 443], { type: "FeatureCollection", features });
const path = geoPath(projection);
const fill = (country) => COLOURS[tier(country.properties.a3, YEAR.value)];
const lands = select("#map")
  .append("svg")
  .attr("class", "world")
  .attr("viewBox", "0 0 1000 443")
  .selectAll("path")
  .data(features)
  .join("path")
  .attr("d", path)
  .attr("stroke", "#fbfaf6")
  .attr("stroke-width", 0.5)
  .attr("fill", fill);
lands.append("title").text((country) => country.properties.name);
YEAR.addEventListener("input", () => lands.attr("fill", fill));
painted();
