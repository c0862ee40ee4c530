# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""How the page looks: a few colours, each pair of which can be read by who sees little, on paper too."""

from __future__ import annotations

from string import Template

COLOURS = {
    "ink": "#1b1b1b",
    "soft": "#4a4a4a",
    "paper": "#ffffff",
    "wall": "#f3f1ec",
    "link": "#003e7e",
    "line": "#767676",
    "telegram": "#e4f0fa",
    "key": "#ffffff",
    "whatsapp": "#e2f4e1",
    "here": "#fff3c4",
}
TOGETHER = (
    ("ink", "paper"),
    ("ink", "wall"),
    ("ink", "telegram"),
    ("ink", "whatsapp"),
    ("ink", "here"),
    ("soft", "paper"),
    ("soft", "wall"),
    ("soft", "here"),
    ("link", "paper"),
    ("link", "wall"),
    ("link", "key"),
    ("link", "here"),
)
"""Every colour of letters on every colour that it stands on."""

STYLE = Template("""
:root{color-scheme:light}
*{box-sizing:border-box}
body{font:1rem/1.5 system-ui,sans-serif;color:$ink;background:$paper;margin:0 auto;padding:1rem;max-width:84rem}
h1,h2,h3,h4{line-height:1.25}
h2{margin:3rem 0 1rem;border-bottom:2px solid $ink;padding-bottom:.25rem}
h3{margin:0 0 .5rem;font-size:1.15rem}
h4{margin:0;font-size:1rem}
a{color:$link}
code{font-family:ui-monospace,monospace;font-size:.85em;overflow-wrap:anywhere}
.skip{position:absolute;left:-99rem}
.skip:focus{position:static}
nav,.how{background:$wall;padding:.75rem 1rem;margin:1rem 0}
nav ul{columns:22rem;margin:.5rem 0;padding-left:1.2rem}
nav li{break-inside:avoid}
summary{cursor:pointer;padding:.4rem 0}
article{border:1px solid $line;margin:1.5rem 0;padding:1rem}
article:target{background:$here}
.about{color:$soft;margin:.2rem 0;font-size:.9rem;overflow-wrap:anywhere}
.languages,.channels{display:grid;gap:.75rem;margin:.5rem 0;align-items:start}
.languages{grid-template-columns:repeat(auto-fit,minmax(min(34rem,100%),1fr));gap:1rem 1.5rem}
.language{background:$wall;padding:.75rem}
.channels{grid-template-columns:repeat(auto-fit,minmax(min(15rem,100%),1fr))}
.channel p{margin:.2rem 0}
.name{font-weight:bold;font-size:.85rem}
.bubble,.key{border:1px solid $line;border-radius:.6rem}
.bubble{white-space:pre-wrap;overflow-wrap:anywhere;padding:.6rem .75rem;color:$ink}
.Telegram .bubble{background:$telegram}
.WhatsApp .bubble{background:$whatsapp;margin-bottom:.5rem}
.row{display:flex;flex-wrap:wrap;gap:.25rem;margin-top:.25rem}
.key{flex:1 1 auto;text-align:center;padding:.3rem .25rem;background:$key;font-size:.9rem}
.room{list-style:none;padding:0;margin:.3rem 0 0;color:$soft;font-size:.8rem}
.sign{display:flex;gap:1rem;margin:.75rem 0 0;font-size:.9rem}
.sign span{flex:2;border-bottom:1px solid $ink;min-height:2rem}
.sign span+span{flex:1}
.scroll{overflow-x:auto}
table{border-collapse:collapse;font-size:.9rem;width:100%}
caption{text-align:left;font-weight:bold;padding:.4rem 0}
th,td{border:1px solid $line;padding:.3rem .5rem;text-align:left;vertical-align:top}
td{white-space:pre-wrap}
td[dir=rtl]{text-align:right}
td p{margin:0 0 .4rem;border-bottom:1px dotted $line}
thead th{background:$wall}
:focus-visible{outline:3px solid $link;outline-offset:2px}
@page{margin:1.2cm}
@media print{
html{font-size:8pt}
body{max-width:none;padding:0}
article{border-width:0 0 1px;padding:.4rem 0;margin:.6rem 0;break-inside:avoid}
.languages{grid-template-columns:1fr 1fr}
.channels{grid-template-columns:1fr 1fr}
.sign,tr{break-inside:avoid}
h2,h3{break-after:avoid}
.skip,nav{display:none}
a{color:$ink;text-decoration:none}
*{print-color-adjust:exact}
}
""").substitute(COLOURS)
"""The whole style sheet; it names nothing outside the page."""
