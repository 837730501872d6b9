import * as echarts from "echarts";
import { draw } from "./echarts.js";

draw(echarts);
