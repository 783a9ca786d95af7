/* 核稿: what is doubtful in any text, the plain form of generator/checking/: pairs, numbering, counts, masks, look-alikes. */
const QUOTES = { "“": "”", "‘": "’", "「": "」", "『": "』" }, BRACKETS = { "（": "）", "(": ")", "《": "》", "〈": "〉", "【": "】", "〔": "〕", "[": "]" };
function unpaired(text, pairs) {
  const closing = {}, found = [];
  Object.keys(pairs).forEach((mark) => { closing[pairs[mark]] = mark; });
  let opened = [];
  const out = () => { opened.forEach(([at]) => found.push(at)); opened = []; };
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (char === "\n") out();
    else if (pairs[char]) opened.push([at, char]);
    else if (closing[char]) {
      if (!opened.some((each) => each[1] === closing[char])) found.push(at);
      else for (let inner; (inner = opened.pop())[1] !== closing[char];) found.push(inner[0]);
    }
  }
  out();
  return found.sort((a, b) => a - b);
}
const ITEM_LABEL = /^[ \u3000]*[（(]?[一二三四五六七八九十0-9０-９]{1,3}$/;
const LISTS = [ // from the highest: the label, with its number
  /^[ \t\u3000]*([一二三四五六七八九十]{1,3})、/, /^[ \t\u3000]*[（(]([一二三四五六七八九十]{1,3})[）)]/, /^[ \t\u3000]*([0-9０-９]{1,2})[.．、](?![0-9０-９])/, /^[ \t\u3000]*[（(]([0-9０-９]{1,2})[）)]/,
];
const INLINE = /(?:^|[。；！？：\n])[ \u3000]*([一二三四五六七八九十])(?:是|要)(?![否非])/g;
const ANNOUNCED = /(?:^|[^“‘〇零一二三四五六七八九十百千0-9０-９第届.])([两二三四五六七八九十0-9０-９])(?:个|项|条|点|类|种|大|方面|公开|强化)(?![〇零一二三四五六七八九十百千0-9０-９月年])/g;
const INTRODUCES = /：$|以下|如下|下列|主要|着力|突出|重点做好|抓好|紧盯|做到/;

/** The headings and items of lists in order: {level, number, start, end}. */
function listed(text) {
  const found = [];
  let at = 0;
  for (const line of text.split("\n")) {
    LISTS.some((form, level) => {
      const match = form.exec(line);
      if (match) found.push({ level, number: valueOf(match[1]), start: at + match[0].length - match[0].trim().length, end: at + match[0].length, inline: false });
      return match;
    });
    for (const match of all(new RegExp(INLINE.source, "g"), line)) {
      const end = at + match.index + match[0].length, start = end - 2;
      found.push({ level: LISTS.length, number: valueOf(match[1]), start, end, inline: true });
    }
    at += line.length + 1;
  }
  return found.sort((a, b) => a.start - b.start);
}
function numberingOf(text, items) {
  const last = {}, found = [];
  let open = {};
  for (const item of items) {
    const { level, number } = item, label = text.slice(item.start, item.end).replace(/[，、]+$/, "");
    Object.keys(open).forEach((key) => { if (Number(key) > level) delete open[key]; });
    const before = open[level], wrong = before === undefined ? number !== 1 && number !== (last[level] || 0) + 1 : number !== before + 1 && !(number === 1 && item.inline && before > 1);
    if (wrong) found.push(["T-005", item.start, item.end, before === undefined ? `序号从“${label}”起，前面没有第1项` : number <= before ? `序号“${label}”与前面重复或倒退（前一项是第${before}项）` : `序号“${label}”之前有缺（前一项是第${before}项）`]);
    last[level] = open[level] = number;
  }
  return found;
}
function countsOf(text, items) {
  const found = [];
  items.forEach((first, at) => {
    if (first.number !== 1) return;
    const list = [first];
    for (const item of items.slice(at + 1)) {
      if (item.level < first.level) break;
      if (item.level === first.level) { if (item.number !== list.length + 1) break; list.push(item); }
    }
    if (list.length < 2) return;
    const before = text.slice(0, first.start).replace(/[\n \u3000]+$/, ""), sentence = /[^。！？：；\n]*[。！？：；]?$/.exec(before)[0], start = before.length - sentence.length;
    const said = all(new RegExp(ANNOUNCED.source, "g"), sentence), numbers = said.map((match) => valueOf(match[1]));
    if (!said.length || numbers.includes(list.length) || !INTRODUCES.test(sentence)) return;
    const match = said[said.length - 1], from = start + match.index + match[0].search(/[两二三四五六七八九十0-9０-９](?:个|项|条|点|类|种|大|方面|公开|强化)$/);
    found.push(["T-007", from, start + match.index + match[0].length, `说是${numbers[numbers.length - 1]}项，下面列了${list.length}项`]);
  });
  return found;
}
const MASK_SIGNS = /(?:20|19)?[xXｘＸ×＊*○]{1,6}(?![A-Za-z0-9])|_{1,3}(?=[\u3400-\u9fff])/g, MASKED = /[（(【[](?:[单双两三四五多几]个?字替换|[词语字]{1,2}替换|(?:请|自行|请自行)(?:替换|填写|补充|修改))[)）】\]]/g;
const LEFT = /^(?:[省市县区州旗镇乡村街局部委厅处科办院校所站队室厂组团年月日时分个名人次条件份期项家位起场例批册间万亿元多余%％届号]|同志|书记|主任|局长|县长|市长|公司|单位|部门|社区|党|在|[，。、；：）》”]|$)/;
function masks(text) {
  const found = all(MASKED, text).map((match) => [match.index, match.index + match[0].length]);
  for (const match of all(MASK_SIGNS, text)) {
    const end = match.index + match[0].length, before = text.slice(Math.max(0, match.index - 4), match.index), after = text.slice(end, end + 2), star = /[*＊_]$/.test(match[0]) && !/^[年月日时]/.test(after);
    if (/[A-Za-z0-9]$/.test(before) || !/[\u3400-\u9fff，。、；：（）《》“”]/.test(before.slice(-1) + after.slice(0, 1))) continue;
    const left = LEFT.test(after) || /(?:书记|局长|主任|县长|市长|区长|部长|厅长|处长|科长|同志|组长|主席|委员)$/.test(before);
    if (/^[*＊○×]$/.test(match[0]) && !left) continue;
    if (star || !left) found.push([match.index, end]);
  }
  return found.map(([start, end]) => ["T-008", start, end, "有被遮盖的词语"]);
}
const RARE = { "夲": "本", "査": "查", "髙": "高", "囯": "国", "巿": "市", "仼": "任", "冋": "同", "戸": "户", "毎": "每" };
const ALONE = [ // standing alone they are hardly ever meant
  [/己(?<![自知异舍克利律一损责修推体贴梯正严切爱人为于归窃占据私恕反罪安虚及同排度屈省、].)(?![见任方有出欲所身之溺饥亥巳丑卯未酉经、])/g, "已"],
  [/末(?<![年期月周旬世初本始终季度粉段岁学考篇名卷微毫碎最文逐舍芥妙药毛锋强春夏秋冬句词行页天].)(?=[发能经按落及达得报将予建列设履执])/g, "未"],
  [/曰(?<![子云诗书经传语》名或又谚一二三四五民公主对答问].)(?=[\u3400-\u9fff])/g, "日"],
];
function lookalikes(text) {
  const found = [], add = (at, wrong, right) => found.push(["T-011", at, at + wrong.length, `“${wrong}”疑为“${right}”，形近误认`]);
  for (let at = 0; at < text.length; at++) if (RARE[text[at]]) add(at, text[at], RARE[text[at]]);
  for (const match of all(/[—–―ー](?=[是要](?!求)|方面|系列|把手|岗双责)/g, text)) if (!/[—–―\-\u3400-\u9fff]/.test(text[match.index - 1] || "")) add(match.index, match[0], "一");
  for (let at = 0; at + 2 <= text.length; at++) for (const size of [2, 3]) {
    const right = tables.misread[text.substr(at, size)];
    if (right) add(at, text.substr(at, size), right);
  }
  for (const [form, right] of ALONE) for (const match of all(form, text)) if (!found.some(([, start, end]) => start <= match.index && match.index < end)) add(match.index, match[0], right);
  return found;
}
/** What is doubtful: {code, what, start, end, message}. */
function findDoubts(text) {
  const items = listed(text), found = [...numberingOf(text, items), ...countsOf(text, items), ...masks(text), ...lookalikes(text)];
  const mark = (code, pairs, name) => unpaired(text, pairs).forEach((at) => {
    const line = text.lastIndexOf("\n", at - 1) + 1;
    if (")）".includes(text[at]) && ITEM_LABEL.test(text.slice(line, at))) return;
    const [kind, other] = pairs[text[at]] ? ["前", "后"] : ["后", "前"];
    found.push([code, at, at + 1, `${kind}${name}${text[at]}没有相应的${other}${name}`]);
  });
  mark("T-001", QUOTES, "引号");
  mark("T-002", BRACKETS, "括号");
  for (const match of all(/([\u4e00-\u9fff]{2,6})\1(?!\1)/g, text)) {
    if (!/^(?:一.|研究|讨论|学习|商量|考虑|锻炼|交流|沟通|一[\u4e00-\u9fff]{1,2}|.对|[\u4e00-\u9fff][是不])$/.test(match[1]) && new Set(match[1]).size > 1) found.push(["T-003", match.index, match.index + match[0].length, `“${match[1]}”重出`]);
  }
  for (const match of all(/[\ufffd\ue000-\uf8ff]+|锟斤拷|烫烫烫|屯屯屯/g, text)) found.push(["T-010", match.index, match.index + match[0].length, "无法辨认的字符"]);
  return found.sort((a, b) => a[1] - b[1] || a[2] - b[2]).map(([code, start, end, message]) => ({ code, what: tables.codes[code], start, end, message }));
}
