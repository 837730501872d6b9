import { MapChart } from "echarts/charts";
import { GeoComponent, TooltipComponent } from "echarts/components";
import { init, registerMap, use } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import { draw } from "./echarts.js";

use([MapChart, GeoComponent, TooltipComponent, CanvasRenderer]);
draw({ init, registerMap });
