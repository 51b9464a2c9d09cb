import type { choiceWords as french } from '#i18n/fr/imports.choice-words.ts';
import type { Translated } from '#i18n/translated.ts';

const workStatus = {
  upcoming: 'planned|to do|not started|scheduled|todo|future|open',
  underWay: 'in progress|ongoing|started|doing|wip|partly done',
  done: 'completed|complete|finished|closed|achieved|delivered|validated|ok',
  paused: 'on hold|suspended|waiting|postponed|deferred|stand-by',
  abandoned: 'cancelled|canceled|dropped|stopped|withdrawn',
  blocked: 'stuck|impeded',
  toDiscuss: 'to be discussed|to confirm|under discussion|to be decided',
} as const;

const buyerKind = {
  state:
    'central government|ministry|government|state service|national government|prefecture|university',
  localAuthority:
    'local government|municipality|town|city|county|region|local authorities|council|metropolitan area',
  hospital: 'hospitals|health|healthcare|public hospital|health sector',
  other: 'others|miscellaneous|social housing|association|central purchasing body',
} as const;

/** Other words for the values of closed lists, by `table.field.value`, joined by `|`. */
export const choiceWords: Translated<typeof french> = {
  organisation: {
    kind: {
      buyer: 'public buyer|buyers|contracting authority|public body|purchaser',
      company:
        'firm|start-up|startup|SME|business|supplier|innovative company|companies|private company',
      platform: 'regional platform|purchasing platform|platforms',
      institution:
        'institutional|partner|agency|association|chamber of commerce|network|federation|observatory|cluster',
    },
    buyerKind,
  },
  need: {
    buyerKind,
  },
  person: {
    civility: {
      madam: 'Mrs|Ms|Miss|F|female|woman',
      sir: 'Mr|Mister|male|man',
    },
  },
  mandate: {
    role: {
      rapporteur: 'rapporteurs|reporter',
      coRapporteur: 'corapporteur|co-rapporteurs|deputy rapporteur|co-reporter',
      lead: 'leader|co-lead|coordinator|facilitator|pilot|in charge',
      member: 'participant|full member|substitute|alternate|contributor|guest|expert',
      secretariat: 'secretary|technical secretariat',
      chair: 'chairman|chairwoman|chairperson|president|vice-chair|co-chair',
    },
  },
  meeting: {
    kind: {
      plenary: 'plenary meeting|plenary session|group meeting',
      subGroup: 'subgroup|thematic sub-group|workshop|sub-group meeting',
      committee: 'steering committee|board|technical committee|jury',
      eventPreparation: 'preparation|event preparation|preparatory meeting',
    },
    status: {
      draft: 'planned|in preparation|to be organised|upcoming',
      convened: 'called|invited|scheduled|confirmed',
      underWay: 'in progress|in session',
      toValidate: 'to be validated|minutes to validate|to approve',
      validated: 'approved|minutes validated|closed',
      held: 'took place|past|done|finished',
      cancelled: 'canceled|called off',
    },
  },
  decision: {
    status: {
      adopted: 'approved|accepted|passed|carried|favourable',
      rejected: 'refused|not adopted|unfavourable|defeated',
      deferred: 'postponed|adjourned|referred back',
      superseded: 'replaced|obsolete|repealed',
    },
  },
  actionItem: {
    status: workStatus,
  },
  milestone: {
    status: workStatus,
  },
  deliverable: {
    kind: {
      roadmap: 'road map|action plan',
      writtenContribution: 'contribution|written note|note|paper|sheet',
      presentation: 'slides|slide deck|talk|deck',
      report: 'study|review|summary|white paper|minutes',
    },
    status: workStatus,
  },
  application: {
    maturity: {
      idea: 'concept|idea stage|study|design|research',
      prototype: 'POC|proof of concept|mock-up|demonstrator|MVP',
      pilot: 'trial|experiment|in test|first customers|field test',
      marketed:
        'on the market|commercialised|for sale|deployed|industrialised|finished product|mature',
    },
  },
};
