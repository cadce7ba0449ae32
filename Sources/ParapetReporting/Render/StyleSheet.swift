/// The look of our pages: the reader's own fonts, light or dark as the machine is set, and a print form.
///
/// Every pair of text and ground has a contrast of at least 4.5 to 1 in both schemes.
enum StyleSheet {
  static let text = """
    :root { --ground: #ffffff; --ink: #1b1f24; --soft: #57606a; --line: #c4cad1; --panel: #f4f6f8; --link: #0b57b0;
      --met: #14692f; --unmet: #a8201a; --undecided: #7a4b00; }
    @media (prefers-color-scheme: dark) {
      :root { --ground: #14181d; --ink: #e6e9ed; --soft: #a9b2bc; --line: #444c56; --panel: #1d232a; --link: #7db7ff;
        --met: #6fd08c; --unmet: #ff958c; --undecided: #f0b95a; }
    }
    * { box-sizing: border-box; }
    body { margin: 0; background: var(--ground); color: var(--ink); font: 1rem/1.55 system-ui, sans-serif; }
    main { max-width: 80rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
    main:focus { outline: none; }
    h1, h2, h3, h4 { line-height: 1.25; text-wrap: balance; }
    h1 { font-size: 1.75rem; margin: 0 0 1rem; }
    h2 { font-size: 1.3rem; margin: 3rem 0 .75rem; padding-top: 1rem; border-top: 2px solid var(--line); }
    h3 { font-size: 1.1rem; margin: 2rem 0 .5rem; }
    p { margin: .5rem 0; max-width: 70ch; }
    a { color: var(--link); overflow-wrap: anywhere; }
    :focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
    .skip { position: absolute; left: -999rem; }
    .skip:focus { left: 1rem; top: 1rem; padding: .5rem 1rem; background: var(--ground); z-index: 1; }
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
    time, .verdict { white-space: nowrap; }
    .figure { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
    .verdict { font-weight: 600; }
    .eligible, .met { color: var(--met); }
    .undecided { color: var(--undecided); }
    .ineligible, .unmet { color: var(--unmet); }
    .met, .unmet, .undecided { font-weight: 600; }
    details { border: 1px solid var(--line); border-radius: 6px; margin: .5rem 0; padding: 0 .9rem; }
    details[open] { padding-bottom: .75rem; }
    summary { padding: .6rem 0; cursor: pointer; min-height: 1.5rem; }
    ul { padding-left: 1.4rem; margin: .35rem 0; }
    li { margin: .3rem 0; }
    li.marked { list-style: none; margin-left: -1.1rem; }
    @media print {
      body { font-size: 10pt; }
      main { max-width: none; padding: 0; }
      .skip { display: none; }
      details { break-inside: avoid; }
      details::details-content { content-visibility: visible; block-size: auto; }
      thead { display: table-header-group; }
      tr { break-inside: avoid; }
      a:not(.bare, .skip)::after { content: " <" attr(href) ">"; font-size: 8pt; }
    }
    """
}
