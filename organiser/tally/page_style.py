"""How the results page looks: the palette and type of the kiosks, on paper and on a large screen."""

from __future__ import annotations

# Sizes are rem: 28 px on a screen 1920 px wide, the smallest letter that can be read from two metres.
STYLE = """
html{font-size:clamp(15px,1.4583vw,28px)}
*{box-sizing:border-box}
body{margin:0;background:#FBFAF6;color:#0A2540;
  font:1rem/1.5 "Noto Sans CJK SC","Noto Sans SC","Source Han Sans SC",sans-serif}
main{max-width:64rem;margin:0 auto;padding:2.6rem 1.2rem}
h1,h2,.name b,.score b,.fact b{font-family:"Noto Serif CJK SC","Noto Serif SC","Source Han Serif SC",serif;
  font-weight:700}
h1{font-size:2.7rem;line-height:1.22;margin:0}
h2{font-size:1.65rem;line-height:1.25;margin:2.6rem 0 .8rem}
h3{font-size:1.25rem;margin:1.6rem 0 .6rem}
h1 i,h2 i{display:block;font-size:.5em;color:#2F4A63;line-height:1.4}
i{font-style:normal;color:#2F4A63}
.eyebrow{color:#9C2F1A;font-weight:700;margin:0 0 .3rem}
.facts{display:flex;flex-wrap:wrap;gap:1rem;margin:1.4rem 0 0;padding:0}
.fact{flex:1 1 14rem;background:#fff;border-radius:1rem;padding:1rem 1.3rem;
  box-shadow:0 8px 24px rgba(10,37,64,.07)}
.fact b{display:block;font-size:2.3rem;line-height:1.2}
.notice{background:#FBF0DA;color:#653F08;border-radius:.6rem;padding:.8rem 1.2rem;margin:1rem 0;font-weight:700}
.notice::before{content:"▲ "}
ul.legend{display:flex;flex-wrap:wrap;gap:.4rem 1.6rem;list-style:none;margin:0 0 1rem;padding:0}
.legend li{display:flex;align-items:center;gap:.4rem}
.swatch{width:1.1rem;height:1.1rem;border-radius:.25rem}
.row{display:grid;grid-template-columns:2.2rem 1fr 6rem;gap:.2rem .9rem;align-items:end;background:#fff;
  border-radius:1rem;padding:1rem 1.3rem;margin:0 0 .6rem;box-shadow:0 8px 24px rgba(10,37,64,.07);
  break-inside:avoid}
.plain{grid-template-columns:1fr 8rem;padding:.7rem 1.3rem}
.plain .name b{display:inline;margin-right:.6rem}
.row .no{color:#9C2F1A;font-weight:700;align-self:start;font-variant-numeric:tabular-nums}
.row .name b{font-size:1.5rem;line-height:1.25;display:block}
.row .score{text-align:right;font-variant-numeric:tabular-nums}
.row .score b{font-size:1.9rem;line-height:1.1;display:block}
.row .bar,.row .numbers{grid-column:1/-1}
.bar{display:block;width:100%;height:auto;border-radius:.5rem;margin-top:.4rem}
.bar text{fill:#fff;font:700 30px "Noto Sans CJK SC","Noto Sans SC",sans-serif;text-anchor:middle;
  font-variant-numeric:tabular-nums}
.numbers{display:flex;flex-wrap:wrap;gap:0 1.6rem;font-variant-numeric:tabular-nums}
table{border-collapse:collapse;width:100%;background:#fff}
th,td{text-align:left;padding:.4rem .8rem;border-bottom:1px solid #CDD9E0}
th{border-bottom:3px solid #CDD9E0}
td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}
@media print{
@page{size:A4;margin:14mm}
html{font-size:9.5pt}
body{background:#fff}
main{max-width:none;padding:0}
.row,.fact{box-shadow:none;border:1px solid #CDD9E0}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}
"""
