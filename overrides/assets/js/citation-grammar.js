/* How provisions are cited by number (第X条, 款, 项; lists, ranges) and documents named: the plain form of
   generator/text/references.py and what it imports.  The check of a draft (draft-citations.js) and the
   linker of other pages (generator/outputs/linker/) read with it. */
const NUMERAL = "(?:(?:[一二三四五六七八九][〇零○][一二三四五六七八九]|[一二三四五六七八九]{2}[〇零○]|(?=[一二三四五六七八九十廿卅]|两[百千])(?:[一二三四五六七八九两]千[〇零○]?)?(?:[一二三四五六七八九两]百[〇零○]?)?(?:[一二三四五六七八九]?十|廿|卅)?[一二三四五六七八九]?)|[0-9０-９]{1,4}(?![0-9０-９])|[㈠-㈩])", NUM = `(?:[（(]\\s*)?${NUMERAL}(?:\\s*[）)])?`;
const KINDS = "意见|法典|法|条例|规定|准则|办法|章程|规则|细则|决定|决议|通知|方案|规划|纲要|解释|公约|协定|守则|制度|标准|合同|协议|宪法|批复|指南";
const NOUNS = `${KINDS}|清单|手册|须知|台账|目录|规程|规范|要点|计划|总结|简报|批示|指示|公告|通告|教材|草案|条款|线索|问题|经验|附件|附录|附则|附表|纪要|讲话|报告|备忘录|民约|合约|契约|声明|宣言|措施|建议|提案|议案|案例|释义|说明|留言|诉求|投诉|评论|消息|新闻|回复|批注|标语|口号|预案|提纲|读本|解读|名单|任务|党章|团章|简章|[书函令册簿状]`;
const THINGS = "[高快慢主支专公新老旧大小长短战阵防底航绿盲水健身环全省市区县乡村城国际内跨海江自动智能化现代标准示范特色旅游文化读书阅览地铁轻轨交速直达产业生登山观光徒骑行红精品重要]{0,8}?(?:线(?![上下])|街(?!道)|巷|胡同|河流|渠道|沟渠|公路|铁路|马路|道路|路(?![面径由])|路径|步道|跑道|赛道|车道|隧道|通道|轨道|走廊|产业链|供应链|链条|鱼|狗|蛇|龙|船|裤|裙|毛巾|微博|微信|短信|信息(?!公开|保护|安全)|消息|新闻|留言|评论|弹幕|记录|语音|视频|推文|措施|举措|意见|建议|经验|体会|教训|启示|做法|禁令|军规|标语|横幅|口号|理由|原因|地铁|轻轨|高铁|公交|途径|出路|思路|提案|问题|诉求|投诉|指令|好汉)", COUNTED = new RegExp(`^(?:${THINGS})`);
const DIVISIONS = new RegExp(`第\\s*${NUM}\\s*(?:部分|分编|[编章节])\\s*[中里]?的?`, "y"), OF_ARTICLE = new RegExp(`第\\s*(${NUM})\\s*条(?!例(?![外如])|件)(?:\\s*之\\s*(${NUMERAL})(?!分))?`, "y");
const ROW = new RegExp(`(?:第\\s*|(?=[（(]))(${NUM}(?:\\s*(?:以及|或者|[、和及与或至到—–~～─-])\\s*(?:第\\s*)?${NUM}){1,40})\\s*(?:[两二三四五六七八九](?=条))?(条|款|项)(?!例|件)`, "y");
const MORE = new RegExp(`(${NUM})\\s*条(?!例|件)(?:\\s*之\\s*(${NUMERAL})(?!分))?`, "y");
const PARAGRAPH = new RegExp(`(?:规定的|中的|的|中|里)?第\\s*(${NUM})\\s*款`, "y"), ITEM = new RegExp(`(?:规定的|中的|的|中|里)?(?:第\\s*(${NUM})|([（(]\\s*${NUMERAL}\\s*[）)]))\\s*项`, "y"), SHORT_PARAGRAPH = new RegExp(`(${NUMERAL})款`, "y"), SHORT_ITEM = new RegExp(`(${NUMERAL})项`, "y");
const AND = /\s*(?:、|，|,|\/|和|以及|及|与|或者|或)\s*/y, TO = /\s*(?:至|到|[—–―─~～-]{1,2})\s*/y, STOPS = /[。！？!?]/g;
const BEHIND_TITLE = /^\s*(?:[（(](?!第)[^（）()\n]{0,60}[）)]\s*)?[）)”’」』"]?\s*(?:规定的|的规定|的|中的|中|里|之|所列的?|[（(])?\s*$/;
const POINTING = new RegExp(`(本|该|此|上述|前述)(${KINDS}|法规|法律|规章|文件)[ \\t]*[”’」』"]?[ \\t]*的?[ \\t]*[（(]?$`), NOUN = new RegExp(`(?:${NOUNS})[ \\t]*[”’」』"]?[ \\t]*(?:的|中|里)?[ \\t]*[（(]?[ \\t]*$`);
const RELATIVE = /(?:前条(?!例|件|款|目)|(?:同|本|该|此)条(?!例|件|款|目)|前款|前项)/y, CITING = /(?:按照|依照|依据|根据|对照|违反|落实|执行|符合|贯彻|遵守)$/;
const DIGIT = { "〇": 0, "零": 0, "○": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9 }, UNIT = { "十": 10, "百": 100, "千": 1000 };

function valueOf(words) {
  const plain = words.replace(/[（()）\s第]/g, "").normalize("NFKC").replace(/[()]/g, "");
  if (/^\d+$/.test(plain)) return Number(plain);
  const chars = [...plain.replace("廿", "二十").replace("卅", "三十")];
  if (chars.every((char) => char in DIGIT)) return Number(chars.map((char) => DIGIT[char]).join(""));
  let total = 0, digit = 0;
  for (const char of chars) if (char in DIGIT) digit = DIGIT[char]; else { total += (digit || 1) * UNIT[char]; digit = 0; }
  return total + digit;
}
const matchAt = (form, text, at) => { form.lastIndex = at; return form.exec(text); };

/** The titles in 《》, the outermost. */
function titlesIn(text) {
  const found = [];
  let opened = [];
  text.replace(/[《〈》〉\n]/g, (mark, at) => {
    if (mark === "\n") opened = [];
    else if ("《〈".includes(mark)) opened.push(at);
    else if (opened.length) {
      const start = opened.pop(), end = at + 1;
      if (end - start > 2 && end - start <= 120) {
        while (found.length && found[found.length - 1].start > start) found.pop();
        found.push({ start, end, name: text.slice(start + 1, end - 1) });
      }
    }
    return mark;
  });
  return found;
}

/** What a list of provisions names, from where it begins: {targets: [article, branch, paragraph, item], end}. */
function provisionsAt(text, start) {
  let at = start, match = matchAt(DIVISIONS, text, at), found = [], end = 0, part = 0;
  while (match) { part = valueOf(/第\s*(.*?)\s*(?:部分|分编|[编章节])/.exec(match[0])[1]); at += match[0].length; match = matchAt(DIVISIONS, text, at); }
  for (;;) {
    let made, row = matchAt(ROW, text, at);
    if (row && row[2] === "条") {
      made = rowOf(row[1]).map((article) => [article, 0, 0, 0]);
      match = row;
    } else {
      match = matchAt(OF_ARTICLE, text, at) || found.length && matchAt(MORE, text, at);
      if (!match) break;
      made = [[valueOf(match[1]), match[2] ? valueOf(match[2]) : 0, 0, 0]];
    }
    if (COUNTED.test(text.slice(at + match[0].length, at + match[0].length + 24))) break;
    at += match[0].length;
    const last = made[made.length - 1], inside = within(text, at, last);
    if (inside) { made = made.slice(0, -1).concat(inside.targets); at = inside.end; }
    const previous = found[found.length - 1];
    if (previous && found.ranged && made[0][0] > previous[0] && made[0][0] - previous[0] < 400) for (let n = previous[0] + 1; n < made[0][0]; n++) found.push([n, 0, 0, 0]);
    found.push(...made);
    end = at;
    const to = matchAt(TO, text, at), join = to || matchAt(AND, text, at);
    if (!join) break;
    found.ranged = Boolean(to);
    at += join[0].length;
  }
  if (!found.length) {
    const bare = within(text, start, [0, 0, 0, 0]);
    if (bare && text[start] === "第") return { targets: bare.targets, end: bare.end, part };
  }
  return found.length ? { targets: found, end, part } : null;
}
const SIGNS = new RegExp(`(以及|或者|[、和及与或至到—–~～─-])?\\s*(?:第\\s*)?(${NUM})`, "g");
function rowOf(words) {
  const found = [];
  words.replace(SIGNS, (all, sign, number) => {
    const value = valueOf(number), last = found[found.length - 1];
    if (sign && /[至到—–~～─-]/.test(sign) && value > last && value - last < 400) for (let n = last + 1; n < value; n++) found.push(n);
    found.push(value);
    return all;
  });
  return found;
}
/** An article's 款 and 项 named behind it. */
function within(text, at, [article, branch]) {
  const found = [];
  let end = at, paragraph = 0, first = true, ranged = false;
  const filled = (row, last) => ranged && row[0] > last && row[0] - last < 400 ? [...Array(row[0] - last - 1).keys()].map((n) => last + 1 + n).concat(row) : row;
  for (;;) {
    const last = found[found.length - 1];
    let numbers = null, items = null, match = matchAt(ROW, text, at);
    if (match && match[2] === "款") numbers = rowOf(match[1]);
    else if ((match = matchAt(PARAGRAPH, text, at)) || first && article && (match = matchAt(SHORT_PARAGRAPH, text, at))) numbers = [valueOf(match[1])];
    const short = Boolean(match) && /^[^第]*款$/.test(match[0]);
    if (numbers) {
      at += match[0].length;
      if (last && !last[3]) numbers = filled(numbers, last[2]);
      numbers.slice(0, -1).forEach((number) => found.push([article, branch, number, 0]));
      paragraph = numbers[numbers.length - 1];
    }
    match = matchAt(ROW, text, at);
    if (match && match[2] === "项") items = rowOf(match[1]);
    else if ((match = matchAt(ITEM, text, at) || short && matchAt(SHORT_ITEM, text, at))) items = [valueOf(match[1] || match[2])];
    if (items && !numbers && last && last[3]) items = filled(items, last[3]);
    if (items) { at += match[0].length; items.forEach((item) => found.push([article, branch, paragraph, item])); }
    if (!numbers && !items) break;
    if (!items) found.push([article, branch, paragraph, 0]);
    end = at;
    first = false;
    match = matchAt(TO, text, at);
    ranged = Boolean(match);
    match = match || matchAt(AND, text, at);
    if (!match) break;
    at += match[0].length;
  }
  return found.length ? { targets: found, end } : null;
}

const plainName = (name) => name.replace(/[（(](?:试行|暂行|[^（）()]{0,12}(?:修订|修正|修改|通过|年|版)[^（）()]{0,12})[）)]$/, "").replace(/[“”‘’"「」『』《》〈〉\s]/g, "");
const kindOf = (name) => (new RegExp(`(?:${KINDS})$`).exec(name) || [""])[0];
/** Whether a name is a title with parts left out: 公共阅览室条例. */
function isShortFor(form, title) {
  const kind = kindOf(title);
  if (!kind || kindOf(form) !== kind || form.startsWith("关于")) return false;
  const held = title.slice(0, -kind.length);
  let rest = form.slice(0, -kind.length), at = 0, pieces = 0;
  while (rest && pieces < 3) {
    let size = rest.length;
    while (size > 1 && !held.includes(rest.slice(0, size), at)) size--;
    if (size < 2) return false;
    at = held.indexOf(rest.slice(0, size), at) + size;
    rest = rest.slice(size);
    pieces++;
  }
  return !rest && pieces > 0;
}
