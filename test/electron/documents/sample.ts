import {
  bullets,
  callout,
  chart,
  column,
  comparison,
  definitions,
  documentModel,
  emphasis,
  figure,
  item,
  keyFigure,
  keyFigures,
  lineBreak,
  link,
  note,
  numbered,
  pageBreak,
  paragraph,
  quote,
  section,
  source,
  step,
  steps,
  strong,
  table,
  timeline,
  trace,
} from '#documents/compose.ts';
import type { DocumentModel, Picture } from '#documents/model.ts';

/** A one-pixel PNG, shown larger. */
export const dot: Picture = {
  bytes: Uint8Array.from(
    Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGPg8o/5DwADVwHfEzEd4QAAAABJRU5ErkJggg==',
      'base64',
    ),
  ),
  mime: 'image/png',
  width: 320,
  height: 120,
};

const measurement = [{ table: 'measurements', id: 'm-1' }];

/** A report with every kind of block, in ordinary words. */
export const richDocument = (): DocumentModel =>
  documentModel({
    meta: {
      title: 'Synthèse de travaux à mi-année 2017',
      subtitle: "L'achat innovant dans la région : constats, stratégie, avancées",
      group: 'Groupe de travail "Innovation et commande publique"',
      organisation: 'Observatoire régional de la commande publique',
      author: 'Secrétariat du groupe de travail',
      date: '2017-06-30',
      language: 'fr',
      kind: 'synthesis',
      subject: 'Avancée des travaux du premier semestre 2017',
      keywords: ['achat innovant', 'commande publique'],
    },
    titlePage: {
      facts: [
        { label: 'Pilotage', value: 'PFRA et DIRECCTE' },
        { label: 'Diffusion', value: 'Membres du groupe de travail' },
      ],
    },
    sections: [
      section('Objectifs du groupe de travail', [], {
        sections: [
          section('Périmètre', [
            paragraph(
              "Le groupe réunit acheteurs publics et entreprises de la région; il propose, d'ici la fin de l'année, une stratégie commune.",
              'lead',
            ),
            definitions({
              term: 'Achat innovant',
              definition:
                'Sont innovants les travaux, fournitures ou services nouveaux ou sensiblement améliorés.',
              source: 'Décret 2016-360 du 25 mars 2016',
            }),
            paragraph(['Quatre ', strong("segments d'achat"), ' sont concernés :']),
            bullets(
              item('Les achats de santé', bullets('établissements hospitaliers', 'EHPAD')),
              'Les prestations intellectuelles',
              item(
                'Les prestations de services numériques',
                paragraph('Communication, numérisation, dématérialisation…'),
              ),
              "L'immobilier (travaux et maintenance des bâtiments)",
            ),
            callout(
              [
                "L'",
                strong('innovation sociale'),
                ' sera traitée dans un deuxième temps lorsque la première phase sera plus "mature".',
              ],
              { title: 'Hors du périmètre, pour le moment' },
            ),
          ]),
          section(
            'Premiers constats',
            [
              comparison(
                {
                  title: 'Côté acheteurs',
                  content: {
                    blocks: [
                      bullets(
                        'Méconnaissance de la thématique',
                        "Absence de données statistiques à l'échelle régionale",
                        "Problème de définition de l'innovation",
                        'Freins financiers / contexte budgétaire',
                      ),
                    ],
                  },
                },
                {
                  title: 'Côté entreprises',
                  content: {
                    blocks: [
                      bullets(
                        "Difficultés pour trouver une porte d'entrée et faire connaître leurs innovations",
                        'Méconnaissance des besoins des administrations',
                        'Craintes concernant les délais de paiement',
                      ),
                    ],
                  },
                },
              ),
              quote(
                "L'innovation, on n'en a pas besoin !",
                'Un acheteur, lors de la réunion de mai',
              ),
            ],
            {
              slide: 'twoColumns',
              speakerNotes: ['Rappeler que ces constats viennent des membres.'],
            },
          ),
        ],
      }),
      section(
        'Structuration des travaux',
        [
          paragraph([
            'Trois réunions du groupe ont été organisées',
            note('La première le 9 mai 2017, à la préfecture de région.'),
            ' et quatre sous-groupes constitués. ',
            emphasis('Les rapporteurs'),
            ' rendent compte à chaque réunion trimestrielle.',
          ]),
          table(
            [
              column('Sous-groupe thématique', { weight: 3 }),
              column('Rapporteur(s)', { weight: 2 }),
              column('Membres', { align: 'end' }),
            ],
            [
              [
                "Sensibiliser les entreprises innovantes à l'achat public",
                ['Rapporteur A (NFID)', lineBreak, 'Rapporteur B (French Tech)'],
                '14',
              ],
              [
                "Accompagner les acheteurs publics dans leurs pratiques d'achats innovants",
                'Rapporteur C (PFRA)',
                '11',
              ],
              ['Évaluer le déploiement des achats innovants', 'Rapporteur D (DIRECCTE)', '6'],
              ['Convention État-UGAP', { blocks: [bullets('Rapporteur E', 'UGAP')] }, '1 250'],
            ],
            { caption: 'Sous-groupes et rapporteurs' },
          ),
          numbered(
            item(
              'Approfondir les thématiques du premier livrable',
              numbered('par entretiens', 'par questionnaire'),
            ),
            'Faire un état des lieux des pratiques existantes',
            "Formuler des préconisations d'actions",
          ),
        ],
        { startsPage: true },
      ),
      section(
        'Avancée des travaux',
        [
          keyFigures(
            keyFigure(27, "réponses d'acheteurs", { records: measurement, source: 'need' }),
            keyFigure(79, "réponses d'entreprises", { records: measurement, source: 'call' }),
            keyFigure(12.5, 'délai moyen de réponse', { unit: 'jours' }),
            keyFigure(1250, 'acheteurs contactés'),
          ),
          paragraph([
            "L'appel à manifestation d'intérêt a reçu ",
            trace(79, measurement, { unit: 'réponses', source: 'call' }),
            ' ; le recensement des besoins ',
            trace(27, measurement, { unit: 'réponses', source: 'need' }),
            '. Le détail est sur ',
            link('https://example.org/orcp?a=1&b=2', "le site de l'observatoire"),
            '.',
          ]),
          chart({
            kind: 'funnel',
            title: "De l'appel à l'événement",
            categories: [
              'Réponses reçues',
              'Offres qualifiées, commercialisables et dans la région',
              'Entreprises conviées',
              'Pitchs devant les acheteurs',
            ],
            series: [{ name: 'Entreprises', values: [79, 52, 25, 9] }],
            unit: 'entreprises',
            alt: 'Entonnoir : 79 réponses, 52 offres qualifiées, 25 entreprises conviées, 9 pitchs.',
            source: 'Registre des candidatures au 30 juin 2017',
          }),
          steps(
            step('Qualification des offres', {
              content:
                'Premier tri des solutions non commercialisables, non adaptées à la sphère publique ou hors région.',
              deadline: '30 juin 2017',
            }),
            step('Deuxième tri, comité élargi', {
              content: 'Quelques acheteurs publics, Euratechnologies et Eurasanté.',
              deadline: '15 septembre 2017',
              quota: '20 à 30 entreprises',
            }),
            step('Choix des entreprises qui présentent', { quota: '9 entreprises' }),
            step('Espace de rencontres', { content: 'Les autres tiennent un stand (gratuit).' }),
          ),
        ],
        { startsPage: true },
      ),
      section(
        'Mesures',
        [
          chart({
            kind: 'bar',
            title: 'Réponses par segment',
            categories: ['Santé', 'Prestations intellectuelles', 'Numérique', 'Immobilier'],
            series: [
              { name: 'Mi-année', values: [18, 12, 37, 12] },
              { name: "Fin d'année", values: [21, 14, 41, 14] },
            ],
            unit: 'réponses',
            alt: 'Le numérique domine avec 37 puis 41 réponses.',
          }),
          chart({
            kind: 'horizontalBar',
            title: 'Freins cités',
            categories: [
              "Absence de données statistiques à l'échelle régionale",
              'Craintes juridiques',
              'Freins financiers',
            ],
            series: [{ name: 'Citations', values: [14, 9, 22] }],
            alt: 'Freins financiers 22, absence de données 14, craintes juridiques 9.',
          }),
          chart({
            kind: 'line',
            title: 'Réponses cumulées',
            categories: ['mars', 'avril', 'mai', 'juin', 'juil.'],
            series: [
              { name: 'Entreprises', values: [4, 22, 51, 79, 90] },
              { name: 'Acheteurs', values: [2, null, 17, 27, 27] },
            ],
            alt: 'Les réponses des entreprises passent de 4 à 90.',
            unit: 'réponses',
          }),
        ],
        { startsPage: true },
      ),
      section(
        'Perspectives',
        [
          timeline(
            { when: '9 mai 2017', title: 'Réunion du groupe' },
            {
              when: '22 juin 2017',
              title: 'Jeudi du numérique',
              detail: 'Rencontres entre collectivités et porteurs de projets.',
            },
            {
              when: '20 – 26 novembre 2017',
              title: "Semaine de l'innovation publique",
              detail: "Événement à Euratechnologies: pitchs et rendez-vous d'affaires.",
            },
          ),
          pageBreak('slide'),
          figure(dot, 'Un aplat de couleur', 'Le lieu'),
          callout('Le recensement continue.', { tone: 'warning', title: 'Attention' }),
          callout('La feuille de route est publiée.', { tone: 'success' }),
        ],
        { speakerNotes: ['Annoncer la date.', 'Remercier les rapporteurs.'] },
      ),
      section(
        'Merci de votre attention',
        [paragraph('Pour toute information : secretariat@example.org')],
        {
          slide: 'closing',
          only: 'slides',
          isNumbered: false,
        },
      ),
    ],
    sources: [
      source(
        'call',
        "Appel à manifestation d'intérêt, registre des candidatures au 30 juin 2017",
        measurement,
      ),
      source('need', 'Recensement des besoins des acheteurs, relevé de juin 2017', measurement),
    ],
  });
