import type { synonyms as french } from '#i18n/fr/imports.synonyms.ts';
import type { Translated } from '#i18n/translated.ts';

/** What columns of English sheets are headed by, beyond the names of the registers, joined by `|`. */
export const synonyms: Translated<typeof french> = {
  abstentions: 'abstention|number of abstentions|abstained',
  acronym: 'abbreviation|short name|initials',
  actionItem: 'action|actions|task|to do|action title|task name|follow-up|what',
  address:
    'postal address|street|street address|address line 1|address 1|head office|registered office|mailing address',
  application:
    'applicant project|submission|project|innovation|project title|project name|solution|proposed solution|offer|product|application title',
  asOfOn:
    'date|date of measurement|measurement date|value date|measured on|as at|at date|reading date',
  author: 'written by|drafted by|produced by|author name|rapporteur|responsible|contributor|owner',
  authorOrganisation:
    'author organisation|authoring organisation|author organization|organisation of author|producing organisation',
  body: 'sub-group|subgroup|thematic sub-group|group|working group|WG|committee|commission|topic|workshop|board',
  budgetEuros:
    'budget|amount|estimated amount|estimated budget|cost|estimated cost|budget in euros|amount in euros|budget EUR|provisional budget',
  buyerKind:
    'buyer type|buyer category|kind of buyer|public sector branch|type of public buyer|sector',
  call: 'call for expressions of interest|call for interest|call for projects|call for applications|tender',
  civility: 'salutation|gender|sex|Mr/Mrs|courtesy title',
  communeCode: 'commune code|INSEE code|municipality code',
  communeName: 'city|town|municipality|locality|commune name|place of business',
  contactPersonId:
    'contact|contact name|contact person|person to contact|referent|project lead|project owner',
  decidedOn: 'date|decision date|decided|taken on|adopted on|session of',
  decision: 'decision taken|decision title|resolution|ruling',
  decisionStatus: 'state|opinion|outcome|result of the vote|vote',
  deliverable:
    'title|deliverable title|deliverables|document|expected document|output|expected output|deliverable name|contribution',
  deliverableKind: 'type|deliverable type|kind of deliverable|category|format',
  departementCode: 'department|dept|département number|department code|county',
  description:
    'details|presentation|activity|activities|purpose|content|summary|about|description of the need|business activity',
  detail: 'details|description|comment|comments|explanation|remarks|notes|note|remark',
  doneOn:
    'done|completed on|completion date|closed on|finished on|date done|actual end date|achieved on',
  dueOn:
    'due date|deadline|due|by when|time limit|planned date|target date|expected on|before|planned end date',
  email: 'e-mail|email|mail|email address|e-mail address|mail address|work email',
  employer:
    'organisation|organization|company|employer|institution|entity|body|department|authority|organisation name|company name|affiliation|works for',
  endsAt: 'end|end time|until|finish|ends',
  eventId: 'event|fair|trade show|meeting day',
  familyName: 'last name|surname|family name|contact last name|birth name',
  fromOn:
    'from|start date|start|since|starting|as from|entry date|appointed on|date of appointment|effective date|beginning',
  fullName:
    'name|contact|contact name|full name|participant|member|representative|person|first and last name|last and first name|correspondent',
  function:
    'job title|job|title|position held|role|function|occupation|post|profession|responsibility|rank',
  givenName: 'first name|first names|forename|given names|contact first name',
  heldOn: 'meeting date|date of the meeting|day|held|session date|when|planned date',
  horizon: 'timeframe|timeline|time horizon|schedule|purchase date|when|expected date|planned year',
  id: 'identifier|ID|record ID|key|internal reference|Rapporteur identifier',
  indicator: 'indicator name|indicator title|measure|KPI|metric|indicator code',
  isComplete: 'complete file|complete application|completeness|admissible|is complete',
  isFictitious: 'fictional|example|sample|test data|is fictitious',
  isMinimum: 'minimum|lower bound|minimum value|low estimate|is minimum',
  isReserved: 'reserved|reserved for the secretariat|confidential|internal',
  maturity:
    'maturity level|stage|stage of maturity|development stage|TRL|readiness level|degree of maturity',
  meeting:
    'title|meeting title|meeting name|session|subject of the meeting|name of the meeting|label',
  meetingKind: 'type|meeting type|kind of meeting|category|format',
  meetingStatus: 'state|meeting status|state of the meeting|progress',
  method: 'calculation method|method of calculation|calculation|methodology',
  milestone: 'step|milestones|milestone title|milestone name|interim deliverable',
  name: 'organisation name|organization name|company name|name of the organisation|name of the company|legal name|registered name|trading name|business name|organisation|organization|company|institution|entity|buyer|label|authority',
  need: 'title|need title|expressed need|identified need|purpose of the need|purchasing need|planned purchase|requirement|problem statement',
  note: 'remark|remarks|comment|comments|observation|observations|notes|mention',
  notes:
    'remark|remarks|comment|comments|observation|observations|note|miscellaneous|additional information|memo|follow-up',
  number:
    'no|nr|num|application number|file number|case number|reference number|ref|reference|rank',
  organisation:
    'organization|company|institution|buyer|organisation name|organization name|company name|entity|legal name|applicant|bidder|supplier|employer|authority|represented organisation',
  organisationKind:
    'type|organisation type|type of organisation|organization type|category|kind of organisation|profile|actor type',
  parent:
    'parent|parent company|parent organisation|attached to|supervising authority|group|head organisation|belongs to|reports to',
  period: 'period concerned|quarter|month|planned period|semester|schedule|year',
  person:
    'name|full name|first and last name|agent|contact|holder|member|representative|participant|rapporteur|contact name|appointee|who',
  phone:
    'telephone|phone|phone number|telephone number|mobile|mobile phone|cell|cell phone|landline|direct line|tel|switchboard|work phone',
  place: 'location|venue|room|meeting place|where|site|address',
  position: 'order|rank|sequence|priority|sort',
  postalCode: 'postcode|zip|zip code|post code|postal code of the head office',
  presentedOn: 'presented|presentation date|date of presentation|presented in plenary on',
  publishedAt: 'published in|link|publication link|URL|place of publication|document link',
  publishedOn: 'published|publication date|date of publication|online since|released on',
  purpose: 'agenda|subject|topics|objective|theme|purpose of the meeting|aim|content',
  quarter: 'quarter concerned|period|planned quarter',
  quorum: 'required quorum|minimum attendance',
  receivedOn:
    'received|date of receipt|submission date|submitted on|date|timestamp|application date|receipt|date received|arrived on|answer date',
  regionCode: 'region|region code',
  remoteLink:
    'video link|video conference|videoconference link|connection link|online meeting link|remote link',
  responsibleOrganisation:
    'responsible body|lead organisation|responsible organization|organisation in charge|responsible entity|responsible department',
  responsiblePerson:
    'responsible|owner|lead|assigned to|assignee|in charge|person responsible|who|by whom|action owner|responsible person',
  roadmap: 'action plan|programme|plan',
  role: 'function|capacity|mandate|responsibility|role in the group|type of mandate|title',
  segment: 'purchasing segment|segment|purchasing category|category|domain|topic|sector|industry',
  segments:
    'purchasing segments|segment|purchasing categories|categories|domains|topics|sector|sectors|industry|industries|business sector',
  siren: 'SIREN number|SIREN no|SIREN code|company SIREN|company number',
  siret: 'SIRET number|SIRET no|SIRET code|SIRET of the head office|establishment number',
  source: 'source of the data|document|source document|origin|provenance|reference|data source',
  startsAt: 'start|start time|time|from|starting time|starts',
  subGroup: 'subgroup|thematic sub-group|sub group',
  summary: 'project summary|description|project description|abstract|presentation|overview|pitch',
  survey: 'census of needs|needs survey|campaign|questionnaire|poll',
  tags: 'keywords|key words|tag|labels|categories|themes|markers',
  toOn: 'to|end date|end|until|end of mandate|exit date|departure|leaving date|expiry|term',
  validatedOn: 'validated|approval date|approved on|validation date',
  value: 'measured value|result|figure|number|quantity|total|achieved|measurement',
  version: 'version number|revision|v.',
  votesAgainst: 'against|votes against|number against',
  votesFor: 'for|votes for|number for|in favour',
  website: 'site|web site|website address|URL|web page|homepage|link|company website',
  workStatus: 'state|progress|stage|action status|situation|deliverable status',
  workingGroup: 'WG|group|group name|working party',
};
