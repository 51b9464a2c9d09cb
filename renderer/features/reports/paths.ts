/** Addresses of the screen. */
export const reportsPath = '/reports';
export const newEditionPath = '/reports/new';
export const editionPath = (id: string): string => `/reports/editions/${id}`;

export function comparePath(fromId = '', toId = ''): string {
  return ['/reports/compare', fromId, toId].filter((part) => part !== '').join('/');
}

export interface ReportAddress {
  readonly report: string;
  readonly groupId: string;
  readonly year: number;
}

export const reportPath = ({ report, groupId, year }: ReportAddress): string =>
  `/reports/${report}/${groupId}/${year}`;
