"use strict";
// Every text of the run reaches the page through textContent, never as markup.
const data = JSON.parse(document.getElementById("data").textContent);
const SVG = "http://www.w3.org/2000/svg";
const at = (id) => document.getElementById(id);

function make(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

function draw(tag, attributes, text) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  if (text !== undefined) node.textContent = text;
  return node;
}

function shown(value, metric) {
  if (value === null) return "—";
  return metric.unit === "share" ? (100 * value).toFixed(1) + "%" : value.toFixed(1) + (metric.unit === "ms" ? " ms" : " 字");
}

function bar(found, scale) {
  const width = 320;
  const svg = draw("svg", { width, height: 16, viewBox: `0 0 ${width} 16`, role: "img" });
  if (found.value === null) return svg;
  const place = (value) => Math.max(0, Math.min(width, (value / scale) * width));
  svg.append(draw("rect", { x: 0, y: 3, width: place(found.value), height: 10, fill: "var(--bar)" }));
  if (found.low !== null) {
    svg.append(draw("line", { x1: place(found.low), x2: place(found.high), y1: 8, y2: 8, stroke: "currentColor", "stroke-width": 2 }));
  }
  return svg;
}

function row(label, found, metric, scale) {
  const interval = found.low === null ? "—" : `${shown(found.low, metric)} – ${shown(found.high, metric)}`;
  return make("tr", {}, make("td", {}, label), make("td", { class: "number" }, shown(found.value, metric)),
    make("td", {}, bar(found, scale)), make("td", { class: "number" }, interval),
    make("td", { class: "number" }, String(found.n)), make("td", { class: "number" }, String(found.undefined)));
}

function table(rows, counted = "题数") {
  const head = ["", "值", "", "95 % 区间", counted, "无定义"].map((text, place) => make("th", { class: [1, 3, 4, 5].includes(place) ? "number" : "" }, text));
  return make("table", {}, make("thead", {}, make("tr", {}, ...head)), make("tbody", {}, ...rows));
}

function scaleOf(metric, figures) {
  if (metric.unit === "share") return 1;
  return Math.max(1e-9, ...figures.flatMap((found) => [found.value, found.high]).filter((value) => value !== null));
}

function showMetrics() {
  at("metrics").append(table(data.metrics.map((metric) => {
    const alike = data.metrics.filter((other) => other.unit === metric.unit).map((other) => data.figures[other.name]);
    return row(`${metric.label}${metric.better === "lower" ? "（越低越好）" : ""}`, data.figures[metric.name], metric, scaleOf(metric, alike));
  })));
}

function showGroups() {
  const members = data.groups[at("grouping").value] || {};
  const metric = data.metrics.find((item) => item.name === at("metric").value);
  const figures = Object.values(members).map((group) => group[metric.name]);
  at("groups").replaceChildren(table(Object.entries(members).map(([name, group]) => row(name, group[metric.name], metric, scaleOf(metric, figures)))));
}

function showRisk() {
  const { points, area, without_confidence: without } = data.risk;
  if (!points.length) { at("risk").append(make("p", {}, "这次运行没有可用的置信度。")); return; }
  const [width, height, left, base] = [560, 260, 44, 230];
  const svg = draw("svg", { viewBox: `0 0 ${width} ${height}`, width, height, role: "img", "aria-label": "风险—覆盖曲线" });
  const x = (coverage) => left + coverage * (width - left - 10);
  const y = (risk) => base - risk * (base - 10);
  for (const share of [0, 0.25, 0.5, 0.75, 1]) {
    svg.append(draw("line", { x1: left, x2: width - 10, y1: y(share), y2: y(share), stroke: "var(--line)" }));
    svg.append(draw("text", { x: left - 6, y: y(share) + 4, "text-anchor": "end" }, `${100 * share}%`));
    svg.append(draw("text", { x: x(share), y: base + 16, "text-anchor": share === 1 ? "end" : "middle" }, `${100 * share}%`));
  }
  svg.append(draw("polyline", { points: points.map(([, coverage, risk]) => `${x(coverage)},${y(risk)}`).join(" "), fill: "none", stroke: "var(--bar)", "stroke-width": 2 }));
  svg.append(draw("text", { x: left, y: 10 }, "答错比例"), draw("text", { x: width - 10, y: height - 2, "text-anchor": "end" }, "回答的题占全部题的比例"));
  at("risk").append(svg, make("p", { class: "hint" }, `曲线下面积（平均风险）${area.toFixed(3)}；没有置信度而未画入的回答：${without}`));
}

function showExtraction() {
  at("extraction").hidden = !data.extraction.length;
  for (const part of data.extraction) {
    at("extraction").append(make("h3", {}, part.label));
    if (part.why_not) { at("extraction").append(make("p", {}, `未评：${part.why_not}。`)); continue; }
    at("extraction").append(table(part.rows.map((item) => row(`${item.label}${item.better === "lower" ? "（越低越好）" : ""}`, item.figure, item, 1)), "数量"));
    at("extraction").append(...part.notes.map((note) => make("p", { class: "hint" }, note)));
    for (const { label, lines } of part.lists) {
      const items = lines.map((line) => make("li", {}, line));
      at("extraction").append(make("details", {}, make("summary", {}, `${label}（${lines.length}）`), make("ul", {}, ...items)));
    }
  }
}

function option(select, values) {
  select.append(...values.map(([value, label]) => make("option", { value }, label)));
  return select;
}

const filters = {};
function buildFilters() {
  const fields = [["verdict", "判定"], ["type", "题型"], ["region", "地区"], ["persona", "提问者"], ["difficulty", "难度"]];
  for (const [field, label] of fields) {
    const values = [...new Set(data.questions.flatMap((question) => question[field]))].filter(Boolean).sort();
    filters[field] = option(make("select", { name: field }), [["", "全部"], ...values.map((value) => [value, value])]);
    at("filters").append(make("label", {}, `${label} `, filters[field]));
  }
  filters.words = make("input", { type: "search", name: "words", placeholder: "题号、问题、答案中的字" });
  at("filters").append(make("label", {}, "查找 ", filters.words));
  at("filters").addEventListener("input", showQuestions);
  at("filters").addEventListener("submit", (event) => event.preventDefault());
}

function list(items) {
  return items.length ? make("ul", {}, ...items) : make("p", { class: "hint" }, "无");
}

function mark(good, text) {
  return make("span", { class: good ? "good" : "bad" }, text);
}

function inside(question) {
  const points = question.points.map((point) => make("li", {}, mark(point.made, point.made ? "✓ " : "✗ "), point.strings.join(" / ")));
  const evidence = question.evidence.map((item) => make("li", {}, mark(item.rank !== null, item.rank === null ? "未检出" : `第 ${item.rank} 条`), " · ",
    mark(item.cited, item.cited ? "已引用" : "未引用"), make("div", { class: "text" }, item.quote), make("div", { class: "place" }, item.doc)));
  const citations = question.citations.map((item) => make("li", {}, mark(item.shows, item.shows ? "含证据" : "不含所列证据"),
    make("div", { class: "text" }, item.text), make("div", { class: "place" }, `${item.doc} ${item.context}`)));
  const hits = question.hits.map((item) => make("li", {}, make("div", { class: "text" }, item.text), make("div", { class: "place" }, `${item.doc} ${item.context}`)));
  return make("div", { class: "inside" },
    make("div", { class: "sides" },
      make("div", {}, make("h3", {}, "参考答案"), make("div", { class: "text" }, question.reference), make("h3", {}, "要点"), list(points), make("h3", {}, "证据"), list(evidence)),
      make("div", {}, make("h3", {}, question.error ? "出错" : "系统答案"), make("div", { class: "text" }, question.error || question.answer),
        ...(question.forbidden.length ? [make("h3", {}, "含禁止内容"), make("p", { class: "bad" }, question.forbidden.join("；"))] : []),
        make("h3", {}, "引文"), list(citations), make("h3", {}, "检索前五"), list(hits))),
    ...(question.notes ? [make("p", { class: "hint" }, `出题说明：${question.notes}`)] : []));
}

function entry(question) {
  const good = question.verdict === "对";
  const node = make("details", {}, make("summary", {}, make("span", { class: `verdict ${good ? "good" : "bad"}` }, question.verdict), ` ${question.id} · ${question.type} · `,
    question.history.map((turn) => `${turn} → `).join("") + question.question));
  node.addEventListener("toggle", () => { if (node.open && node.children.length === 1) node.append(inside(question)); });
  return node;
}

function showQuestions() {
  const words = filters.words.value.trim().toLowerCase();
  const chosen = data.questions.filter((question) =>
    ["verdict", "type", "region", "persona", "difficulty"].every((field) => !filters[field].value || [question[field]].flat().includes(filters[field].value)) &&
    (!words || `${question.id} ${question.question} ${question.answer}`.toLowerCase().includes(words)));
  at("count").textContent = data.locked ? "锁定的题集，不逐题列出。" : `${chosen.length} / ${data.questions.length} 题`;
  at("questions").replaceChildren(...chosen.map(entry));
}

for (const [label, value] of data.about) at("about").append(make("dt", {}, label), make("dd", {}, value));
option(at("grouping"), Object.entries(data.groupings).filter(([name]) => Object.keys(data.groups[name] || {}).length));
option(at("metric"), data.metrics.map((metric) => [metric.name, metric.label])).value = "right";
at("grouping").addEventListener("change", showGroups);
at("metric").addEventListener("change", showGroups);
showMetrics(); showGroups(); showRisk(); showExtraction(); buildFilters(); showQuestions();
