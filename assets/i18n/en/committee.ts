/** The committee: conflicts, scoring kits, what comes back of them, and how scores become a ranking. */
export const committee = {
  period: { both: 'from {{from}} to {{to}}', since: 'since {{from}}', until: 'until {{to}}' },
  /** Why a member may not be impartial, as things are and as they were. */
  conflict: {
    contact: {
      now: 'Speaks for the applicant in this application',
      past: 'Spoke for the applicant in this application',
    },
    affiliation: {
      now: 'Works for the applicant, {{organisation}}',
      past: 'Worked for the applicant, {{organisation}}',
    },
    linkedAffiliation: {
      now: 'Works for {{organisation}}, an organisation linked to the applicant',
      past: 'Worked for {{organisation}}, an organisation linked to the applicant',
    },
    mandate: {
      now: 'Sits for the applicant, {{organisation}}: {{body}}',
      past: 'Sat for the applicant, {{organisation}}: {{body}}',
    },
    linkedMandate: {
      now: 'Sits for {{organisation}}, an organisation linked to the applicant: {{body}}',
      past: 'Sat for {{organisation}}, an organisation linked to the applicant: {{body}}',
    },
    seat: {
      now: '{{organisation}} has a seat on this committee',
      past: '{{organisation}}, which this member has left, has a seat on this committee',
    },
    partner: {
      now: '{{organisation}} is a partner of the call',
      past: '{{organisation}}, which this member has left, is a partner of the call',
    },
  },
  /** The scoring kit that each member is given. */
  kit: {
    fileName: '{{phase}} – {{member}} – version {{version}}',
    fileTitle: '{{phase}} – {{member}}',
    scoreSheet: 'Scores',
    readingSheet: 'Applications to read',
    guideSheet: 'How to',
    identifier: 'Identifier',
    number: 'No.',
    organisation: 'Organisation',
    title: 'Title',
    summary: 'Summary',
    place: 'Town',
    offer: 'Offer',
    subject: 'Subject',
    content: 'Content',
    abstention: 'Abstention',
    comment: 'Comment',
    scale: 'from {{min}} to {{max}}',
    scoreHelp: '{{criterion}}: a score {{scale}}. Leave it blank if you give none.',
    scoreRefusal: 'Enter a number {{scale}}, or leave the cell blank.',
    abstentionHelp:
      'Choose {{yes}} if you take no position: criteria left blank then count as abstentions.',
    abstentionRefusal: 'Choose {{yes}}, or leave the cell blank.',
    guideTitle: 'Scoring kit',
    call: 'Call',
    phase: 'Phase',
    member: 'Committee member',
    version: 'Version',
    madeOn: 'Made on',
    deadline: 'Due on',
    howTo: 'How to',
    steps: {
      scores:
        'In the sheet “Scores”, score each application on each criterion. Only the coloured cells can be filled in.',
      abstention:
        'If you take no position on an application, choose “Yes” in the column “Abstention”. A cell left blank without abstention counts as a missing score.',
      comment: 'The comment explains your score to the committee. It is read with it.',
      reading: 'The sheet “Applications to read” holds what the applicants answered.',
      return:
        'Save this file in the same format and send it back to the secretariat of the committee, without sharing it with other members.',
    },
    criterion: 'Criterion',
    meaning: 'What it measures',
    scaleHeading: 'Scale',
    weight: 'Weight',
    share: '{{share}}%',
  },
  /** What is told of files that come back. */
  returns: {
    refusal: {
      unreadable: '{{message}}',
      notAKit: 'This file is not a scoring kit: choose the one that the member got and filled in.',
      newerFormat: 'This scoring kit comes from a later version of Rapporteur: update Rapporteur.',
      otherStore: 'This scoring kit was made with another store: open that one to take it in.',
      unknownKit: 'This scoring kit is not known here, or its making was undone: make a new one.',
      otherCall: 'This scoring kit belongs to another call: “{{call}}”. Take it in from that call.',
      otherPhase:
        'This scoring kit belongs to another phase: “{{phase}}”. Take it in from that phase.',
      forged:
        'The fingerprint of this file is not that of the kit that was made: ask the member for the file that they got.',
    },
    warning: {
      olderKit:
        'Version {{version}}, although version {{newest}} was made since: check that the member is not sending another one.',
      sameFile: 'This file was taken in already, on {{day}}.',
      noIdentity:
        'The hidden sheet is gone: the kit is recognised, its fingerprint cannot be checked.',
      missingColumn: 'The column of the criterion “{{criterion}}” is gone: its scores are missing.',
      criterionChanged:
        'The criterion “{{criterion}}” has changed since: its scores are checked with today’s scale.',
      notAMember: '{{name}} is no longer a member of the committee on that day.',
    },
    altered_one: 'Application altered since the kit was made: no. {{numbers}}.',
    altered_many: 'Applications altered since the kit was made: no. {{numbers}}.',
    altered_other: 'Applications altered since the kit was made: no. {{numbers}}.',
    problem: {
      notANumber: '“{{shown}}” is not a score: nothing is taken from this cell.',
      notAnAbstention: '“{{shown}}” is not an abstention: nothing is taken from this blank row.',
      outOfScale: '{{shown}} is beyond the scale: nothing is taken from this cell.',
      recused: 'This member is recused from this application: nothing is taken from this row.',
      unknownApplication:
        'This application is not in the kit given to this member: nothing is taken from this row.',
      notInPhase:
        'This application has left the phase, by withdrawal or a new decision: nothing is taken from this row.',
      unknownCriterion: 'This criterion is not, or no longer, one of the phase: nothing is taken.',
      repeatedRow: 'This application is in the file twice: the first row counts.',
      commentWithoutScore: 'This comment goes with neither score nor abstention: it is not taken.',
    },
    said: { abstention: 'Abstention', nothing: 'Nothing' },
    comment: 'Comment',
  },
  /** How the ranking was worked out, for the minutes of the committee. */
  method: {
    criteria: 'Applications are scored by {{list}}.',
    criterion: '{{name}} (weight {{share}}%, {{scale}})',
    mean: 'The score of an application is the mean of all scores given, each counted with the weight of its criterion.',
    median:
      'The score of an application is the median of the members’ totals, each total being the weighted mean of the criteria that the member scored.',
    scale: 'Results are told {{scale}}.',
    gaps: 'Abstentions, missing scores and scores given in spite of a recusal do not count.',
    normalised:
      'The severity of each member is taken out first: what a least-squares fit attributes to the member, applications being equal, is taken off their totals.',
    notNormalised: 'The severity of members is shown, and not taken out.',
    ties: 'Of equal scores, the application that scores higher on the heaviest criterion goes first, then on the next ones, then the one with the higher {{other}}; otherwise they stay equal.',
    other: { mean: 'median', median: 'mean' },
    members_one: 'One member scored {{applications}} applications.',
    members_many: '{{count}} members scored {{applications}} applications.',
    members_other: '{{count}} members scored {{applications}} applications.',
    members_zero: 'No member has scored yet.',
    recusals_zero: 'No recusal was recorded.',
    recusals_one: 'One recusal was recorded; the member did not get that application.',
    recusals_many: '{{count}} recusals were recorded; the members did not get those applications.',
    recusals_other: '{{count}} recusals were recorded; the members did not get those applications.',
    ignored_one: 'One score was not counted: recusal, or beyond the scale.',
    ignored_many: '{{count}} scores were not counted: recusal, or beyond the scale.',
    ignored_other: '{{count}} scores were not counted: recusal, or beyond the scale.',
  },
  /** What stands in the way of scoring, or of a ranking. */
  obstacle: {
    noCriteria: 'This phase has no criterion: add one before scoring.',
    noWeight: 'The weights of the criteria add up to nothing: give one of them a weight.',
    noCommittee: 'This phase has no committee: choose one.',
    noMembers: 'The committee has no member in office on that day: add mandates.',
    noApplications:
      'No application has reached this phase: release the decisions of the phase before.',
    silentMember: '{{name}} has not given any score yet.',
    unscored_one: 'One application has no score.',
    unscored_many: '{{count}} applications have no score.',
    unscored_other: '{{count}} applications have no score.',
  },
} as const;
