/* A Word document in the style of packs, made in the browser: the styles and the page are those of the packs
   (assets/word-template.js, written by generator/outputs/packs/word/browser_template.py), the paragraphs are
   written here as rendering.py writes them. */
(() => {
  "use strict";
  const { download, root, script } = window.kbShared;
  const TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document", BODY = "@@PACK-BODY@@", MARGIN = 80; // twentieths of a point beside the words of a cell
  const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  /* XML has no place for control characters and halves of letters. */
  const escaped = (words) => words.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, "").replace(/[\ud800-\udbff](?![\udc00-\udfff])/g, "").replace(/(^|[^\ud800-\udbff])[\udc00-\udfff]/g, "$1").replace(/[&<>"]/g, (sign) => SIGNS[sign]);
  const given = (name, value) => (value === undefined ? "" : ` w:${name}="${value}"`);

  const run = ([words, style]) => `<w:r><w:rPr>${style ? `<w:rStyle w:val="${style}"/>` : ""}<w:rFonts w:hint="eastAsia"/></w:rPr>${words.split("\n").map((line) => `<w:t xml:space="preserve">${escaped(line)}</w:t>`).join("<w:br/>")}</w:r>`;
  /* What a paragraph has of its own, in the order that the schema asks for. */
  const own = ({ style, keepNext, keepLines, newPage, before, after, left, hanging, centred }) => [
    `<w:pStyle w:val="${style}"/>`, keepNext && "<w:keepNext/>", keepLines && "<w:keepLines/>", newPage && "<w:pageBreakBefore/>",
    (before !== undefined || after !== undefined) && `<w:spacing${given("before", before)}${given("after", after)}/>`,
    (left || hanging !== undefined) && `<w:ind${given("left", left)}${hanging === undefined ? "" : ` w:firstLineChars="0" w:hanging="${hanging}"`}/>`,
    centred && '<w:jc w:val="center"/>',
  ].filter(Boolean).join("");
  /** A paragraph {style, words or runs: [[words, style]], …}. */
  const paragraph = (item) => `<w:p><w:pPr>${own(item)}</w:pPr>${(item.runs || [[item.words || ""]]).map(run).join("")}</w:p>`;
  const cell = (item, width) => `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>${paragraph(item)}</w:tc>`;
  const band = (item, width, columns) => `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/><w:gridSpan w:val="${columns}"/><w:shd w:val="clear" w:color="auto" w:fill="F0F0F0"/></w:tcPr>${paragraph(item)}</w:tc>`;
  /** A table {widths, rows: [{cells, head, least}]}; a row of one cell goes across all columns. */
  const table = ({ widths, rows }) => {
    const whole = widths.reduce((sum, width) => sum + width, 0);
    const row = ({ cells, head, least }) => `<w:tr><w:trPr><w:cantSplit/>${least ? `<w:trHeight w:val="${least}" w:hRule="atLeast"/>` : ""}${head ? "<w:tblHeader/>" : ""}</w:trPr>${
      cells.length < widths.length ? band(cells[0], whole, widths.length) : cells.map((each, i) => cell(each, widths[i])).join("")}</w:tr>`;
    return `<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="${whole}" w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="${MARGIN}" w:type="dxa"/><w:right w:w="${MARGIN}" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>${
      widths.map((width) => `<w:gridCol w:w="${width}"/>`).join("")}</w:tblGrid>${rows.map(row).join("")}</w:tbl>`;
  };
  const needed = () => [[window.kbOfficeZip, "js/office-zip.js"], [window.kbWordTemplate, "word-template.js"]].filter(([there]) => !there)
    .reduce((done, [, name]) => done.then(() => script(`${root}assets/${name}`)), Promise.resolve());

  /** Promises the bytes of a document; `compact`: in small type; `cover`: its first page has no number. */
  const bytes = (title, items, { compact, cover, now = new Date() }) => needed().then(() => {
    const { parts, compact: small } = window.kbWordTemplate, made = Object.assign({}, parts, compact ? small : {}), moment = `${now.toISOString().slice(0, 19)}Z`;
    const body = items.map((item) => (item.widths ? table(item) : paragraph(item))).join("");
    made["word/document.xml"] = made["word/document.xml"].replace(cover ? "" : "<w:titlePg/>", "").split(BODY).join(body);
    made["docProps/core.xml"] = made["docProps/core.xml"].replace(/(<dc:title>)[^]*?(<\/dc:title>)/, (all, start, end) => start + escaped(title) + end).replace(/(W3CDTF">)[^<]*/g, (all, start) => start + moment);
    return window.kbOfficeZip.write(made);
  });
  const save = (name, title, items, look) => bytes(title, items, look).then((made) => download(`${name}.docx`, TYPE, made));
  window.kbWord = { bytes, save };
})();
