// The map as ECharts draws it, with the atlas's own shapes: a map in SVG.
import { COLOURS, YEAR, fetched, painted } from "./common.js";

export async function draw({ init, registerMap }) {
  const { map, placements, tier } = await fetched();
  const path = ({ id, name, d }) => `<path name="${id || name}" d="${d}"/>`;
  registerMap("world", {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${map.width} ${map.height}">${map.shapes.map(path).join("")}</svg>`,
  });
  const chart = init(document.getElementById("map"));
  const data = () =>
    [...placements.keys()].map((name) => ({ name, itemStyle: { areaColor: COLOURS[tier(name, YEAR.value)] } }));
  chart.on("finished", painted);
  chart.setOption({ animation: false, tooltip: {}, series: [{ type: "map", map: "world", data: data() }] });
  YEAR.addEventListener("input", () => chart.setOption({ series: [{ data: data() }] }));
}
