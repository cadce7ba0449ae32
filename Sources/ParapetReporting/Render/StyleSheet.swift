/// The look of our pages: the reader's own fonts, light or dark as the machine is set, and a print form.
///
/// Every pair of text and ground has a contrast of at least 4.5 to 1 in both schemes. A page is printed on A4, upright or,
/// where a table has many columns, across; what is folded is printed only with its annex.
enum StyleSheet {
  static let text = screen + phone + print

  private static let screen = """
    :root { --ground: #ffffff; --ink: #1b1f24; --soft: #57606a; --line: #c4cad1; --panel: #f4f6f8; --link: #0b57b0;
      --met: #14692f; --unmet: #a8201a; --undecided: #7a4b00; }
    @media screen and (prefers-color-scheme: dark) {
      :root { --ground: #14181d; --ink: #e6e9ed; --soft: #a9b2bc; --line: #444c56; --panel: #1d232a; --link: #7db7ff;
        --met: #6fd08c; --unmet: #ff958c; --undecided: #f0b95a; }
    }
    * { box-sizing: border-box; }
    body { margin: 0; background: var(--ground); color: var(--ink); font: 1rem/1.55 system-ui, sans-serif; }
    main { max-width: 80rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
    main:focus { outline: none; }
    h1, h2, h3, h4 { line-height: 1.25; text-wrap: balance; overflow-wrap: anywhere; }
    h1 { font-size: 1.75rem; margin: 0 0 1rem; }
    h2 { font-size: 1.3rem; margin: 3rem 0 .75rem; padding-top: 1rem; border-top: 2px solid var(--line); }
    h3 { font-size: 1.1rem; margin: 2rem 0 .5rem; }
    p { margin: .5rem 0; max-width: 70ch; }
    a { color: var(--link); overflow-wrap: anywhere; }
    :focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
    :target { scroll-margin-top: 1rem; }
    .skip { position: absolute; left: -999rem; }
    .skip:focus { left: 1rem; top: 1rem; padding: .5rem 1rem; background: var(--ground); z-index: 1; }
    nav { margin: 1rem 0; }
    nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; list-style: none; padding: 0; }
    nav a { display: inline-block; padding: .2rem 0; }
    aside { padding: .75rem 1rem; background: var(--panel); border-left: 4px solid var(--line); }
    aside p { margin: .2rem 0; }
    .unread { padding: .25rem 1rem .5rem; margin: 0 0 1rem; border: 3px solid var(--unmet); }
    .unread h2 { margin: .5rem 0; border: 0; }
    dl { display: flex; flex-wrap: wrap; gap: .5rem 2rem; margin: 1rem 0; }
    dt { color: var(--soft); font-size: .875rem; }
    dd { margin: 0; }
    .scroll { overflow-x: auto; margin: 1rem 0; }
    table { border-collapse: collapse; width: 100%; }
    caption { text-align: left; font-weight: 600; padding: .25rem 0 .5rem; }
    .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
    tbody th { font-weight: 400; }
    th, td { padding: .45rem .6rem; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }
    thead th { background: var(--panel); border-bottom: 2px solid var(--line); }
    tfoot td, tfoot th { font-weight: 600; border-top: 2px solid var(--line); }
    .prose { min-width: 13rem; }
    .sheet .prose, .close .prose { min-width: 8rem; }
    .close th, .close td { padding: .45rem .4rem; }
    time, .verdict { white-space: nowrap; }
    .figure { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
    .whole { white-space: nowrap; }
    thead .figure, .sheet tbody .figure, .close tbody .figure { white-space: normal; }
    .verdict { font-weight: 600; }
    .eligible, .met { color: var(--met); }
    .undecided { color: var(--undecided); }
    .ineligible, .unmet { color: var(--unmet); }
    .met, .unmet, .undecided { font-weight: 600; }
    details { border: 1px solid var(--line); border-radius: 6px; margin: .5rem 0; padding: 0 .9rem; }
    details[open] { padding-bottom: .75rem; }
    summary { padding: .6rem 0; cursor: pointer; min-height: 1.5rem; overflow-wrap: anywhere; }
    ul { padding-left: 1.4rem; margin: .35rem 0; }
    li { margin: .3rem 0; overflow-wrap: anywhere; }
    li.marked { list-style: none; margin-left: -1.1rem; }

    """

  private static let phone = """
    @media screen and (max-width: 40rem) {
      main { padding: 1rem .75rem 3rem; }
      .scroll { overflow-x: visible; }
      table, thead, tbody, tfoot, tr, th, td, caption { display: block; }
      thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
      tr { padding: .5rem 0; border-bottom: 2px solid var(--line); }
      th, td, tfoot td, tfoot th { padding: .1rem 0; border: 0; overflow-wrap: anywhere; }
      .prose, .sheet .prose, .close .prose { min-width: 0; }
      .figure { text-align: left; white-space: normal; }
      tbody th { font-weight: 600; }
      td[data-head]::before, th[data-head]::before { content: attr(data-head) ": "; color: var(--soft); font-weight: 400; }
      html:lang(fr) td[data-head]::before, html:lang(fr) th[data-head]::before { content: attr(data-head) "\u{A0}: "; }
    }

    """

  private static let print = """
    @page { size: A4; margin: 14mm 12mm 16mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt "Liberation Sans", Arial, sans-serif; } }
    @page wide { size: A4 landscape; }
    @page sheet { size: A4; margin: 8mm 9mm 10mm; }
    @media print {
      .page { font: 9pt/1.35 "Liberation Sans", Arial, "DejaVu Sans", sans-serif; }
      .wide { page: wide; }
      .sheet { page: sheet; font-size: 7pt; line-height: 1.15; }
      main { max-width: none; padding: 0; }
      p { max-width: none; }
      h1 { font-size: 1.6em; margin: 0 0 .5em; }
      h2 { font-size: 1.3em; margin: 1.4em 0 .4em; padding-top: .4em; border-top-width: 1px; }
      h3 { font-size: 1.1em; margin: 1em 0 .3em; }
      h1, h2, h3, h4, caption, h2 + p, h3 + p, p:has(+ ul) { break-after: avoid; }
      .skip, nav { display: none; }
      aside { padding: .4em .7em; }
      dl { gap: .2em 1.6em; margin: .5em 0; break-inside: avoid; }
      dt { font-size: .9em; }
      .page:not(.annex) details, .page:not(.annex) .folded { display: none; }
      .page:not(.annex) td a[href^="#"] { color: inherit; text-decoration: none; }
      details { border-radius: 0; }
      details::details-content { content-visibility: visible; block-size: auto; }
      .scroll { overflow: visible; margin: .6em 0; }
      thead { display: table-header-group; }
      tfoot { display: table-row-group; }
      tr, li { break-inside: avoid; }
      thead, thead tr, dl:has(+ p + .scroll), p:has(+ .scroll) { break-after: avoid; }
      dl > div { break-inside: avoid; }
      tbody tr:first-child, tbody tr:last-child, tfoot tr { break-before: avoid; }
      tbody tr:first-child { break-after: avoid; }
      .short { break-inside: avoid; }
      .scroll + dl { break-before: avoid; }
      th, td { padding: .25em .4em; overflow-wrap: break-word; }
      .prose, .sheet .prose, .close .prose { min-width: 0; }
      .token { overflow-wrap: break-word; white-space: normal; }
      td a { overflow-wrap: anywhere; white-space: normal; }
      .token.whole, .whole a { overflow-wrap: normal; white-space: nowrap; }
      .sheet time, .sheet .verdict { white-space: normal; }
      .wide table { font-size: 8pt; }
      .wide table.matrix { font-size: 6pt; table-layout: fixed; }
      .matrix th, .matrix td { padding: .25em .15em; overflow-wrap: anywhere; hyphens: auto; white-space: normal; }
      .wide table.dots { font-size: 8pt; }
      .dots th:first-child { width: 26%; }
      .sheet h1 { font-size: 1.9em; margin: 0 0 .3em; }
      .sheet h2 { font-size: 1.25em; margin: .5em 0 .15em; padding-top: .2em; }
      .sheet ul { margin: .1em 0; }
      .sheet li { margin: .1em 0; }
      .sheet .scroll { margin: .3em 0; }
      .sheet th, .sheet td { padding: .1em .3em; overflow-wrap: normal; }
      .sheet th:nth-child(1) { width: 15%; }
      .sheet th:nth-child(2) { width: 21%; }
      .sheet th:nth-child(5) { width: 11%; }
      .sheet th:nth-child(6) { width: 19%; }
      .sheet th:nth-child(7) { width: 14%; }
      .sheet .unread { padding: .1em .5em; margin: 0 0 .3em; border-width: 1px; }
      .sheet .unread h2 { font-size: 1em; margin: 0; padding: 0; }
      .sheet .unread p { margin: 0; }
      .mark { display: none; }
      .annex a:not(.bare, .skip)::after { content: " <" attr(href) ">"; font-size: .85em; }
    }
    """
}
