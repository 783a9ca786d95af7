/* How hits are drawn, in the box and on the results page; seen by both like kb.js. */
const KINDS = { article: "", report: "报告", term: "词条", page: "说明" };

const link = (href, ...inside) => make("a", { href }, ...inside);
const ask = (query) => link(`${root}search.html?q=${encodeURIComponent(query)}`, query);
const termLink = ({ url, word }) => url ? link(url, word) : ask(word);
const address = ({ url, words }) => words.length ? url.replace(/(#|$)/, `?q=${encodeURIComponent(words.slice(0, 5).join(" "))}$1`) : url;
const showHit = (hit) => link(address(hit), make("span", {}, ...hit.parts.map((part, i) => i % 2 ? make("mark", {}, part) : part)), make("small", {}, hit.title));
/** [name, hits] of what holds the query, by kind; then what is looser, apart. */
function groupHits(hits) {
  const loose = { 各词分散: ["words", "paragraph"], 文字相近: ["variant", "misprint", "most"] };
  return [
    ...Object.keys(KINDS).map((kind) => [KINDS[kind], hits.filter((hit) => hit.exact && hit.kind === kind)]),
    ...Object.keys(loose).map((name) => [name, hits.filter((hit) => !hit.exact && loose[name].includes(hit.how))]),
  ].filter((group) => group[1].length);
}
const hitHeading = (name, count) => make("h2", {}, `${name} `, make("small", {}, `${count} 处`));
const BROKEN = "检索文件读不出来，请检查 search 文件夹是否完整。";
Object.assign(window.kbShared, { KINDS, BROKEN, groupHits, hitHeading, showHit, termLink });
