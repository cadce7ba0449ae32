/// How the costs of one budget are laid out as one table; every layout has the same totals.
public enum BudgetLayout: String, Hashable, Sendable, CaseIterable {
  /// The headings of the Union's application form, one column a payer.
  case euGrant = "eu-grant"
  /// The participants as rows: Part A of the Union's application form.
  case partA = "part-a"
  /// Item by item and year by year, with who pays: what a council decides on.
  case council
  /// Work package by payer and heading, in whole euro, with items and unit cost: the form of a lump sum.
  case lumpSum = "lump-sum"
  /// One block a beneficiary, headings as rows and work packages as columns: the detailed budget table of a lump sum.
  case lumpSumForm = "lump-sum-form"
  /// The six cost categories of Interreg and of the European Urban Initiative.
  case interreg
  /// The costs as `costs.csv` states them, so that the program reads them back.
  case lines
  /// The costs one by one with what is eligible, what is granted and why.
  case reasons
}
