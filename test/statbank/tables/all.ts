import type { StatbankTable } from '../table.ts';
import { EDUCATION } from './education.ts';
import { EMISSIONS } from './emissions.ts';
import { EMPLOYED_PERSONS } from './employed-persons.ts';
import { EMPLOYED_ROUNDED } from './employed-rounded.ts';
import { EMPLOYMENT_RATE } from './employment-rate.ts';
import { ESTABLISHMENTS } from './establishments.ts';
import { INNOVATION, INNOVATION_CLOSED } from './innovation.ts';
import { newEnterprisesTable } from './new-enterprises.ts';
import type { EnterpriseLevel } from './new-enterprises.ts';
import { OTHER_TABLES } from './other.ts';
import { VACANCIES } from './vacancies.ts';

/** Every table at the start; `codeLists: false` leaves all code lists out, as a table without them would. */
export function allTables(enterpriseLevel: EnterpriseLevel, codeLists: boolean): readonly StatbankTable[] {
  const tables = [
    ...OTHER_TABLES,
    EMPLOYMENT_RATE,
    EMPLOYED_PERSONS,
    EMPLOYED_ROUNDED,
    VACANCIES,
    EDUCATION,
    ESTABLISHMENTS,
    INNOVATION_CLOSED,
    EMISSIONS,
    INNOVATION,
    newEnterprisesTable(enterpriseLevel),
  ];
  const offered = codeLists ? tables : tables.map(withoutCodeLists);
  return offered.toSorted((a, b) => a.id.localeCompare(b.id));
}

function withoutCodeLists(table: StatbankTable): StatbankTable {
  return { ...table, variables: table.variables.map((variable) => ({ ...variable, codeLists: [] })) };
}
