/// A call document in the Commission's template, invented: two topics, every section, the fixed sentences of eligibility,
/// and slips as real ones have them.
enum SampleCall {
  static let call = "ISF-2031-TF2-AG"
  static let squares = "ISF-2031-TF2-AG-SQUARES"
  static let crowds = "ISF-2031-TF2-AG-CROWDS"

  static let text = """
    EU Grants: Call document (ISF): V1.1 – 03.02.2031

                              Internal Security Fund (ISF)

                                   Call for proposals

    Call: ISF-2031-TF2-AG — Safer squares and crowds

                                        Version 1.1
                                     3 February 2031
    ~~~
    EU Grants: Call document (ISF): V1.1 – 03.02.2031

    HISTORY OF CHANGES

    Version   Publication date   Change                                   Page
    1.0       15.01.2031         Initial version.
    1.1       03.02.2031         Deadline corrected.                      4

    TABLE OF CONTENTS

    0. Introduction ....................................................... 3
    1. Background ......................................................... 3
    2. Objectives – Themes and priorities ................................. 3
    3. Available budget ................................................... 4
    4. Timetable and deadlines ............................................ 4
    5. Admissibility and documents ........................................ 4
    6. Eligibility ........................................................ 5
    7. Financial and operational capacity and exclusion ................... 6
    8. Evaluation and award procedure ..................................... 6
    9. Award criteria ..................................................... 6
    10. Legal and financial set-up of the Grant Agreements ................ 7
    11. How to submit an application ...................................... 8
    12. Help .............................................................. 8
    13. Important ......................................................... 8

                                          2
    ~~~
    EU Grants: Call document (ISF): V1.1 – 03.02.2031

    0. Introduction

    This is a call for proposals for EU action grants in the field of public spaces.
    The call covers the following topics:

    • ISF-2031-TF2-AG-SQUARES – Safer squares
    • ISF-2031-TF2-AG-CROWDS – Safer crowds

    Each application must be for one topic only.

    1. Background

    Squares are where a city meets. The topic ISF-2029-TF2-AG-GATES came before this call.

    2. Objectives – Themes and priorities – Activities that can be funded – Expected impact

    The objective is that people can meet without fear.

                                          3
    ~~~
    EU Grants: Call document (ISF): V1.1 – 03.02.2031

    3. Available budget

    The available call budget is EUR 7 000 000 . It is divided as follows:

    Topic                                                     Topic budget
    ISF-2031-TF2-AG-SQUARES – Safer squares                   EUR 4 500 000
    ISF-2031-TF2-AG-CROWDS – Safer crowds                     EUR 2 500 000

    4. Timetable and deadlines

    Call opening:                 4 February 2031
    Deadline for submission:      15 September 2031 – 17:00:00 CET (Brussels)
    Information on results:       March 2032

    5. Admissibility and documents

    Proposals must be submitted before the call deadline and electronically via the Portal.
    Proposals must be complete and contain all the requested information.
    Proposals are limited to maxium 50 pages (Part B). Evaluators will not consider
    additional pages.

                                          4
    ~~~
    EU Grants: Call document (ISF): V1.1 – 03.02.2031

    6. Eligibility

    Applications will only be considered eligible if their content corresponds wholly to the topic
    description.

    Eligible participants (eligible countries)

    In order to be eligible, the applicants (beneficiaries and affiliated entities) must:

    • be legal entities (public or private bodies)
    • be established in one of the eligible countries, i.e.:
      – EU Member States (including overseas countries and territories (OCTs)), excluding Denmark
      – listed EEA countries and countries associated to the ISF Programme (list of participating countries)

    Coordinators must be public authorities1.

    Natural persons are NOT eligible (with the exception of self-employed persons).
    International organisations are eligible. The rules on eligible countries do not apply to them.
    Entities which do not have legal personality under their national law may exceptionally participate,
    provided that their representatives can undertake legal obligations on their behalf.
    EU bodies (with the exception of the European Commission Joint Research Centre) can NOT be part
    of the consortium.
    Associations and interest groupings may participate as sole beneficiaries.
    Special rules apply for entities subject to EU restrictive measures under Article 29 TEU.
    Following the Council Implementing Decision (EU) 2022/2506, as of 16 December 2022, no legal
    commitments can be signed with Hungarian public interest trusts.

    1 For this call, public authorities are those of towns, regions and states.

                                          5
    ~~~
    EU Grants: Call document (ISF): V1.1 – 03.02.2031

    Consortium composition

    For topic 1 (ISF-2031-TF2-AG-SQUARES):
    Proposals must be submitted by a consortium of at least two applicants (beneficiaries; not affiliated
    entities) from at least two different EU Member States.

    For topic 2 (ISF-2031-TF2-AG-CROWDS):
    Only applications by single applicants are allowed.

    Eligible activities

    Eligible activities are the ones set out in section 2 of of the call document.
    Financial support to third parties is NOT allowed.

    Duration

    For topic 1: projects should normally range between 12 and 24 months (extensions are possible, if
    duly justified and through an amendment).
    For topic 2: projects must not exceed 18 months.

    Project budget

    For topic 1: the project budget (maximum grant amount per project) must range between EUR 300 000
    and EUR 1.5 million.
    For topic 2: the project budget is expected to range between EUR 100 000 and EUR 400 000.

    Ethics

    Projects must comply with the highest ethical standards and the applicable EU values.

    Security

    Projects involving EU classified information must undergo security scrutiny.

    7. Financial and operational capacity and exclusion

    Applicants must have stable and sufficient resources.

    8. Evaluation and award procedure

    Proposals will have to follow the standard submission and evaluation procedure.

    9. Award criteria

    If admissible and eligible, the proposals will be evaluated and ranked.

                                          6
    ~~~
    EU Grants: Call document (ISF): V1.1 – 03.02.2031

    10. Legal and financial set-up of the Grant Agreements

    Starting date and project duration

    The project starting date and duration will be fixed in the Grant Agreement.

    Milestones and deliverables

    The milestones and deliverables for each project will be managed through the Portal.

    Form of grant, funding rate and maximum grant amount

    The grant will be a budget-based mixed actual cost grant. The costs will be reimbursed at the
    funding rate fixed in the Grant Agreement (maximum 90%).

    Budget categories and cost eligibility rules

    Travel and subsistence: unit cost or actual costs. VAT: non-deductible VAT is eligible.

    Reporting and payment arrangements

    After grant signature, you will normally receive a prefinancing of 80% of the maximum grant amount.

    Prefinancing guarantees

    Where a prefinancing guarantee is required, it will be fixed in the Grant Agreement.

                                          7
    ~~~
    EU Grants: Call document (ISF): V1.1 – 03.02.2031

    Certificates

    Depending on the type of action, you may be required to submit certificates.

    Liability regime for recoveries

    The liability regime for recoveries will be fixed in the Grant Agreement.

    Provisions concerning the project implementation

    Communication and visibility: see Model Grant Agreement (art 17 and Annex 5).

    Non-compliance and breach of contract

    The Grant Agreement provides for the measures we may take in case of breach of contract.

    11. How to submit an application

    All proposals must be submitted directly online.

    12. Help

    Help is given by the IT Helpdesk.

    13. Important

    Do not wait until the end.

                                          8
    """
}
