import { regionNames } from '#domain/territory.ts';
import type { choices as french } from '#i18n/fr/vocabulary.choices.ts';
import type { Translated } from '#i18n/translated.ts';

const workStatus = {
  upcoming: 'Upcoming',
  underWay: 'Under way',
  done: 'Done',
  paused: 'Paused',
  abandoned: 'Abandoned',
  blocked: 'Blocked',
  toDiscuss: 'To discuss',
};

const buyerKind = {
  state: 'State',
  localAuthority: 'Local authority',
  hospital: 'Hospital',
  other: 'Other buyer',
};

const meetingKind = {
  plenary: 'Plenary',
  subGroup: 'Sub-group',
  committee: 'Committee',
  eventPreparation: 'Preparation of an event',
};

const side = { buyer: 'Buyer side', company: 'Company side' };

const chainTable = {
  barrier: 'Barrier',
  lever: 'Lever',
  remedy: 'Remedy',
  objective: 'Objective',
  activity: 'Activity',
  result: 'Result',
  measurement: 'Measurement',
  goodPractice: 'Good practice',
};

const phaseOutcome = {
  nextPhase: 'Next phase',
  pitch: 'Pitch',
  stand: 'Stand',
  reserve: 'Reserve list',
  notRetained: 'Not retained',
  excluded: 'Excluded',
} as const;

/** What each value of a closed list is called. */
export const choices: Translated<typeof french> = {
  sourceDocument: {
    kind: {
      synthesis: 'Synthesis',
      restitution: 'Restitution',
      report: 'Report',
      web: 'Web page',
      law: 'Legal text',
      other: 'Other',
    },
  },
  organisation: {
    kind: {
      buyer: 'Public buyer',
      company: 'Innovative company',
      platform: 'Regional platform',
      institution: 'Institution',
    },
    buyerKind,
    regionCode: regionNames,
  },
  person: { civility: { madam: 'Ms', sir: 'Mr' } },
  consent: { purpose: { publication: 'Publication', contact: 'Contact', map: 'Map' } },
  purchaseSegment: { stage: { current: 'Current', later: 'Later', dropped: 'Dropped' } },
  agreement: { status: { planned: 'Planned', inForce: 'In force', ended: 'Ended' } },
  event: {
    status: { planned: 'Planned', convened: 'Convened', held: 'Held', cancelled: 'Cancelled' },
  },
  callForInterest: {
    status: { draft: 'Draft', open: 'Open', closed: 'Closed', released: 'Results released' },
  },
  mandate: {
    role: {
      rapporteur: 'Rapporteur',
      coRapporteur: 'Co-rapporteur',
      lead: 'Lead',
      member: 'Member',
      secretariat: 'Secretariat',
      chair: 'Chair',
    },
  },
  meetingSeries: {
    recurrence: {
      monthly: 'Monthly',
      quarterly: 'Quarterly',
      yearly: 'Yearly',
      none: 'No fixed rhythm',
    },
  },
  meeting: {
    kind: meetingKind,
    quorumUnit: { people: 'People', percent: 'Per cent of those expected' },
    status: {
      draft: 'Draft',
      convened: 'Convened',
      underWay: 'Under way',
      toValidate: 'To validate',
      validated: 'Validated',
      held: 'Held',
      cancelled: 'Cancelled',
    },
  },
  agendaItem: { status: { planned: 'Planned', discussed: 'Discussed', postponed: 'Postponed' } },
  attendance: {
    status: {
      expected: 'Expected',
      present: 'Present',
      excused: 'Excused',
      represented: 'Represented',
      absent: 'Absent',
    },
  },
  minutes: { status: { draft: 'Draft', toValidate: 'To validate', validated: 'Validated' } },
  decision: {
    status: {
      adopted: 'Adopted',
      rejected: 'Rejected',
      deferred: 'Deferred',
      superseded: 'Superseded',
    },
  },
  actionItem: { status: workStatus },
  agendaTemplate: { meetingKind },
  dispatch: {
    kind: {
      convocation: 'Convocation',
      update: 'Update',
      cancellation: 'Cancellation',
      minutes: 'Minutes',
      reminder: 'Reminder',
    },
  },
  milestone: { status: workStatus },
  deliverable: {
    kind: {
      roadmap: 'Roadmap',
      writtenContribution: 'Written contribution',
      presentation: 'Presentation',
      report: 'Report',
    },
    status: workStatus,
  },
  callQuestion: {
    kind: { text: 'Text', number: 'Number', choice: 'Choice in a list', file: 'File' },
  },
  application: {
    maturity: { idea: 'Idea', prototype: 'Prototype', pilot: 'Pilot', marketed: 'Marketed' },
  },
  phase: {
    aggregation: { mean: 'Weighted mean', median: 'Weighted median' },
    kind: {
      triage: 'Triage by exclusion reasons',
      committee: 'Scoring by a committee',
      finalSelection: 'Final selection',
      placement: 'Placement',
    },
    keptOutcome: { nextPhase: 'Next phase', pitch: 'Pitch', stand: 'Stand' },
    otherOutcome: { notRetained: 'Not retained', stand: 'Stand', reserve: 'Reserve list' },
  },
  exclusionReason: {
    code: {
      notMarketed: 'Cannot be marketed',
      notForPublicSector: 'Not suited to the public sector',
      outsideRegion: 'Outside the region',
      other: 'Other reason',
    },
  },
  phaseDecision: { outcome: phaseOutcome },
  decisionException: { fromOutcome: phaseOutcome, toOutcome: phaseOutcome },
  letterTemplate: { outcome: phaseOutcome },
  outcomeLetter: {
    outcome: phaseOutcome,
    medium: { letter: 'Letter', email: 'E-mail' },
  },
  conflictOfInterest: { origin: { declared: 'Declared', detected: 'Detected' } },
  need: { buyerKind },
  match: {
    status: {
      proposed: 'Proposed',
      accepted: 'Accepted',
      refused: 'Refused',
      met: 'Met',
      contracted: 'Contract signed',
    },
  },
  programmeItem: {
    kind: {
      welcome: 'Welcome',
      pitch: 'Pitches',
      plenary: 'Plenary',
      meetings: 'Meetings',
      demo: 'Demonstrations',
      break: 'Break',
      other: 'Other',
    },
  },
  registration: {
    status: {
      invited: 'Invited',
      registered: 'Registered',
      declined: 'Declined',
      cancelled: 'Cancelled',
    },
    role: {
      buyer: 'Buyer',
      company: 'Company',
      partner: 'Partner',
      speaker: 'Speaker',
      visitor: 'Visitor',
    },
  },
  meetingParticipant: { side: { buyer: 'Buyer', company: 'Company' } },
  b2bMeeting: {
    status: {
      wished: 'Wished',
      planned: 'Planned',
      held: 'Held',
      missed: 'Missed',
      cancelled: 'Cancelled',
    },
  },
  groupYear: { status: { open: 'Open', closed: 'Closed' } },
  objective: {
    status: workStatus,
    judgement: { reached: 'Reached', partly: 'Partly reached', notReached: 'Not reached' },
  },
  indicator: {
    countedFrom: {
      applications: 'Applications',
      needs: 'Needs',
      meetings: 'Meetings',
      subGroups: 'Sub-groups',
    },
  },
  measurementPart: { buyerKind },
  barrier: { side },
  lever: { side },
  remedy: { side: { ...side, both: 'Both sides' }, status: workStatus },
  activity: { status: workStatus },
  chainLink: { fromTable: chainTable, toTable: chainTable },
  reportEdition: {
    kind: {
      synthesis: 'Mid-year synthesis',
      restitution: 'Annual restitution',
      meetingPack: 'Meeting pack',
      activityReport: 'Activity report',
      directory: 'Directory',
      selectionReport: 'Selection report',
    },
    status: { draft: 'Draft', frozen: 'Frozen', published: 'Published' },
  },
  editionFile: {
    format: {
      docx: 'Word (DOCX)',
      odt: 'OpenDocument (ODT)',
      pptx: 'PowerPoint (PPTX)',
      odp: 'OpenDocument (ODP)',
      html: 'Web page (HTML)',
      pdf: 'PDF',
      xlsx: 'Excel (XLSX)',
      ods: 'OpenDocument (ODS)',
    },
  },
};
