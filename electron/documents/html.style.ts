import type { WebFont } from '#documents/options.ts';
import { FORM_ROW, builtInTheme, fontFallbacks, page } from '#documents/theme.ts';
import type { DocumentTheme } from '#documents/theme.ts';

const fontFaces = (fonts: readonly WebFont[]): string =>
  fonts
    .map(
      (font) =>
        `@font-face{font-family:"${font.family.replace(/["\\<]/gu, '')}";font-weight:${font.weight.replace(/[^\d ]/gu, '')};font-style:${font.style};src:url(data:font/woff2;base64,${Buffer.from(font.woff2).toString('base64')}) format("woff2")}`,
    )
    .join('\n');

const families = (fonts: readonly WebFont[], own: string): string =>
  [...new Set([...fonts.map((font) => font.family.replace(/["\\<]/gu, '')), own, ...fontFallbacks])]
    .map((family) => `"${family}"`)
    .concat('sans-serif')
    .join(',');

const marginBoxes = (label: string | null, of: string, title: string, muted: string): string => {
  const text = title.replace(/["\\<\n]/gu, ' ');
  return `@page{@bottom-left{content:"${text}";font-size:8pt;color:#${muted}}@bottom-right{content:${label === null ? '""' : `"${label}\\00a0" counter(page) " ${of} " counter(pages)`};font-size:8pt;color:#${muted}}}
@page:first{@bottom-left{content:""}@bottom-right{content:""}}`;
};

/** Figures that open what lies behind them say so quietly, and plainly under the hand. */
const TRACES = `.trace{cursor:pointer;border-radius:2px;text-decoration:underline dotted;text-decoration-thickness:1px;text-underline-offset:.2em}
.trace:hover{background:var(--soft)}.trace[data-open]{background:var(--soft);box-shadow:0 0 0 2px var(--mid)}
`;

/** Above letters, and where the head of each page bears it when printed. */
const LOGOS = `.letters .logo{display:block;max-height:4rem;max-width:14rem;margin:0 0 1.2rem}
@media print{.logo.onscreen{display:none}}
`;

const quoted = (font: string): string => `"${font.replace(/["\\<]/gu, '')}"`;

/** Headings in a font of their own; charts stay in a font that they are measured in. */
const ownFonts = ({ fonts }: DocumentTheme): string =>
  (fonts.heading === fonts.text
    ? ''
    : `h1,h2,h3,h4{font-family:${[fonts.heading, fonts.text, ...fontFallbacks].map(quoted).join(',')},sans-serif}\n`) +
  (fonts.stretch <= 1.05
    ? ''
    : `figure svg text{font-family:${[builtInTheme.fonts.text, ...fontFallbacks].map(quoted).join(',')},sans-serif}\n`);

/** The style sheet of a report: a calm page on screen, A4 on paper. */
export function styleSheet(options: {
  readonly theme: DocumentTheme;
  readonly hasLogo: boolean;
  readonly fonts: readonly WebFont[];
  /** Whether the title has a page of its own. */
  readonly hasCover: boolean;
  readonly numbers: {
    /** Null where pages carry no numbers. */
    readonly label: string | null;
    readonly of: string;
    readonly title: string;
  } | null;
  readonly hasPressableFigures?: boolean;
}): string {
  const { numbers, theme } = options;
  const { colors: c } = theme;
  return `${fontFaces(options.fonts)}
:root{--accent:#${c.accent};--dark:#${c.accentDark};--soft:#${c.accentSoft};--mid:#${c.accentMid};--text:#${c.text};--muted:#${c.muted};--rule:#${c.rule};--band:#${c.band}}
*{box-sizing:border-box}
html{font-size:16px;-webkit-text-size-adjust:100%;scroll-behavior:smooth}
body{margin:0;background:#${c.desk};color:var(--text);font-family:${families(options.fonts, theme.fonts.text)};line-height:1.5;overflow-wrap:break-word;print-color-adjust:exact;-webkit-print-color-adjust:exact}
.sheet{max-width:56rem;margin:0 auto;background:#fff;padding:0 clamp(1.25rem,6vw,5rem) 4rem;box-shadow:0 0 0 1px var(--rule)}
.skip{position:absolute;left:-100vw}.skip:focus{left:1rem;top:1rem;background:#fff;padding:.5rem 1rem;z-index:2}
a{color:var(--accent);text-underline-offset:.15em}
:focus-visible{outline:3px solid var(--mid);outline-offset:2px}
.cover{min-height:30rem;padding:4rem 0 3rem;display:flex;flex-direction:column;border-bottom:1px solid var(--rule)}
.cover .organisation{margin:0 0 auto;font-weight:600;color:var(--accent);letter-spacing:.01em}
.cover .logo{display:block;max-height:4.5rem;max-width:14rem;margin:0 0 1rem}
.cover .bar{width:4.5rem;height:.4rem;background:var(--accent);margin:3.5rem 0 1.5rem}
.cover .group{margin:0 0 .5rem;font-size:1.15rem;color:var(--muted)}
.cover h1{margin:0;font-size:2.6rem;line-height:1.12;font-weight:700;color:var(--dark);letter-spacing:-.01em;text-wrap:balance}
.cover .subtitle{margin:.8rem 0 0;font-size:1.3rem;line-height:1.35;color:var(--text)}
.cover .date{margin:1.6rem 0 auto;font-size:1.1rem;color:var(--muted)}
.cover dl{display:grid;grid-template-columns:max-content 1fr;gap:.3rem 1.5rem;margin:3rem 0 0;padding-top:1rem;border-top:1px solid var(--rule);font-size:.95rem}
.cover dt{color:var(--muted)}.cover dd{margin:0}
.cover.compact{min-height:0;padding:2.5rem 0 1.25rem}
.cover.compact .bar{display:none}.cover.compact .group{margin:.2rem 0 0;font-size:1rem}
.cover.compact h1{font-size:1.9rem;margin-top:1rem}
.cover.compact .subtitle{font-size:1.1rem;margin:.3rem 0 0}
.cover.compact .date{margin:.3rem 0 0;font-size:1rem}
.cover.compact dl{margin:1rem 0 0;padding-top:.8rem}
.contents{padding:2.5rem 0 1.5rem;border-bottom:1px solid var(--rule)}
.contents h2{margin-top:0}
.contents ol{list-style:none;margin:0;padding:0}
.contents ol ol{padding-left:2.2rem}
.contents li{margin:.3rem 0}
.contents>ol>li{font-weight:600;margin-top:.7rem}.contents ol ol li{font-weight:400}
.contents .number{color:var(--muted)}.contents a{color:var(--text);text-decoration:none}.contents a:hover{text-decoration:underline}
.number{color:${c.number === c.accentMid ? 'var(--mid)' : `#${c.number}`};font-weight:inherit;margin-right:.6em;white-space:nowrap}
h2,h3,h4{color:var(--accent);line-height:1.2;text-wrap:balance;break-after:avoid;font-weight:700}
h2{font-size:1.7rem;margin:3rem 0 1rem;padding-bottom:.45rem;border-bottom:2px solid var(--accent)}
h3{font-size:1.3rem;margin:2.2rem 0 .7rem}
h4{font-size:1.08rem;margin:1.6rem 0 .5rem;color:var(--text)}
p{margin:0 0 .75rem;orphans:2;widows:2}
p,li,td,th,dd,dt,h2,h3,h4{unicode-bidi:plaintext}
.lead{font-size:1.15rem;line-height:1.45}
.small{font-size:.875rem;color:var(--muted)}
.address{margin-left:50%;margin-bottom:1.2rem}
.letters main>section>h2{font-size:1.1rem;border:0;margin:1.6rem 0 1.2rem}.letters .cover{position:absolute;width:1px;height:1px;min-height:0;padding:0;margin:0;overflow:hidden;clip-path:inset(50%);border:0}
.letters main>section+section{margin-top:4rem;padding-top:3rem;border-top:1px solid var(--rule)}
ul,ol{margin:0 0 .9rem;padding-left:1.5rem}
li{margin:.25rem 0}li>ul,li>ol{margin:.25rem 0 .4rem}li>p{margin:.25rem 0}
ul>li::marker{color:var(--accent)}ol>li::marker{color:var(--accent);font-weight:600}
blockquote{margin:1.2rem 0;padding:.2rem 0 .2rem 1.2rem;border-left:4px solid var(--mid);font-size:1.1rem;font-style:italic;break-inside:avoid}
blockquote p{margin:0}blockquote footer{margin-top:.3rem;font-size:.9rem;font-style:normal;color:var(--muted)}
.callout{margin:1.2rem 0;padding:.9rem 1.1rem;background:var(--soft);border-left:4px solid var(--accent);break-inside:avoid}
.callout.warning{background:#${c.warningSoft};border-color:#${c.warning}}
.callout.success{background:#${c.successSoft};border-color:#${c.success}}
.callout>:last-child{margin-bottom:0}.callout .title{font-weight:700;margin-bottom:.3rem}
.definitions{margin:1rem 0;padding:.9rem 1.1rem;background:var(--band);border:1px solid var(--rule);break-inside:avoid}
.definitions dt{font-weight:700;color:var(--accent)}.definitions dd{margin:.1rem 0 .7rem}.definitions dd:last-child{margin-bottom:0}
.definitions .origin{display:block;font-size:.875rem;color:var(--muted)}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(9rem,1fr));gap:1rem;margin:1.4rem 0}
.figures>div{border-top:4px solid var(--accent);background:var(--band);padding:.8rem 1rem 1rem;display:flex;flex-direction:column-reverse;justify-content:flex-end;break-inside:avoid}
.figures dd{margin:0;font-size:2.3rem;line-height:1.15;font-weight:700;color:var(--accent)}.figures dd .unit{display:inline-block;font-size:1.1rem;line-height:1.25;font-weight:600}
.figures dt{line-height:1.3}
.table{overflow-x:auto;margin:1.2rem 0}
table{border-collapse:collapse;width:100%;font-size:.95rem;line-height:1.35}
caption{caption-side:top;text-align:left;font-weight:600;padding-bottom:.5rem;color:var(--text)}
caption .label,figcaption .label{color:var(--accent)}
thead{display:table-header-group}
thead th{background:var(--accent);color:#fff;font-weight:600;vertical-align:bottom}
th,td{padding:.5rem .7rem;text-align:start;vertical-align:top;border-bottom:1px solid var(--rule)}
tbody th{font-weight:600}th .small{font-weight:400}
.form th,.form td{border:1px solid var(--rule)}.form tbody tr:nth-child(n){height:${FORM_ROW}mm;background:none}
tbody tr:nth-child(even){background:var(--band)}
tr{break-inside:avoid}td>:last-child,th>:last-child{margin-bottom:0}td>ul,td>ol{padding-left:1.1rem}
.center{text-align:center}.end{text-align:end;font-variant-numeric:tabular-nums}
.comparison{display:grid;grid-template-columns:1fr 1fr;gap:1.4rem;margin:1.2rem 0}
.comparison>div{border-top:4px solid var(--accent);background:var(--band);padding:.8rem 1rem .5rem}
.comparison>div+div{border-color:var(--mid)}
.comparison .title{font-weight:700;font-size:1.08rem;color:var(--accent);margin-bottom:.5rem}
.comparison ul,.comparison ol{padding-left:1.1rem}
figure{margin:1.5rem 0;break-inside:avoid}
figure svg,figure img{display:block;max-width:100%;height:auto;width:100%}figure img{width:auto}
figcaption{font-weight:600;margin-bottom:.7rem}figure .origin{font-size:.875rem;color:var(--muted);margin:.5rem 0 0}
figcaption .unit{font-weight:400;color:var(--muted)}
details{font-size:.875rem;margin-top:.4rem}summary{cursor:pointer;color:var(--muted)}
.steps{list-style:none;margin:1.2rem 0;padding:0;counter-reset:step}
.steps>li{counter-increment:step;position:relative;padding:0 0 1.1rem 3.3rem;margin:0;break-inside:avoid}
.steps>li::before{content:counter(step);position:absolute;left:0;top:0;width:2.1rem;height:2.1rem;border-radius:50%;background:var(--accent);color:#fff;font-weight:700;display:grid;place-items:center;line-height:1}
.steps>li:not(:last-child)::after{content:"";position:absolute;left:1rem;top:2.2rem;bottom:.2rem;width:2px;background:var(--rule)}
.steps .title{font-weight:700;margin-bottom:.15rem}.steps .facts{margin:.3rem 0 0;display:flex;flex-wrap:wrap;gap:.4rem}
.steps .facts span{background:var(--soft);color:var(--dark);padding:.1rem .6rem;font-size:.875rem}
.timeline{list-style:none;margin:1.2rem 0;padding:0 0 0 .5rem}
.timeline>li{display:grid;grid-template-columns:11.5rem 1fr;gap:0 1.6rem;margin:0;break-inside:avoid}
.timeline .when{font-weight:600;color:var(--accent);text-align:right;padding-top:0}
.timeline .what{border-left:2px solid var(--rule);padding:0 0 1rem 1.6rem;position:relative}
.timeline .what::before{content:"";position:absolute;left:-.45rem;top:.35rem;width:.8rem;height:.8rem;border-radius:50%;background:var(--accent);border:2px solid #fff}
.timeline .what p{margin:0}.timeline .what p:first-child{font-weight:600}
sup{line-height:0;font-size:.72em}.figures sup{font-size:.8rem;font-weight:400;vertical-align:.45rem;margin-left:.1em}sup a{text-decoration:none}
data{white-space:nowrap}
.annex{margin-top:3rem;font-size:.9rem}.annex ol{padding-left:1.6rem}.annex .records{color:var(--muted)}
.colophon{margin-top:3rem;padding-top:1rem;border-top:1px solid var(--rule);font-size:.875rem;color:var(--muted)}
${ownFonts(theme)}${options.hasLogo ? LOGOS : ''}${options.hasPressableFigures === true ? TRACES : ''}@media(max-width:40rem){.comparison{grid-template-columns:1fr}.timeline>li{grid-template-columns:1fr}.timeline .when{text-align:left}.cover h1{font-size:2rem}}
@media(prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
@page{size:A4;margin:${page.top}mm ${page.right}mm ${page.bottom}mm ${page.left}mm}
${options.hasCover ? '@page:first{margin:0}' : ''}
${numbers === null ? '' : marginBoxes(numbers.label, numbers.of, numbers.title, c.muted)}
@media print{
html{font-size:10.5pt}body{background:#fff}.sheet{max-width:none;padding:0;box-shadow:none}.skip,details,.colophon{display:none}
.cover:not(.compact){background:#fff;min-height:296mm;height:296mm;padding:${page.top + 6}mm ${page.right}mm ${page.bottom}mm ${page.left + 6}mm;border:0;border-left:7mm solid var(--accent);break-after:page}
.cover.compact{padding-top:0}.cover:not(.compact) .organisation{font-size:1.15rem}.cover:not(.compact) h1{font-size:3rem}.contents{border:0;padding:0 0 1rem}
.figures{grid-template-columns:repeat(var(--columns),1fr)}
.letters .cover{display:none}.letters main>section+section{margin-top:0;padding-top:0;border:0}
.newpage{break-before:page}section.newpage>h2:first-child,section.newpage>h3:first-child{margin-top:0}
.table{overflow:visible}.table.short{break-inside:avoid}.announcing{break-after:avoid}h2,h3,h4,.comparison,li:has(>p):not(:has(ul,ol)){break-inside:avoid}a{color:inherit;text-decoration:none}p a,li a,td a{color:var(--accent)}
h2{margin-top:2.2rem}.contents a{color:var(--text)}
}`;
}
