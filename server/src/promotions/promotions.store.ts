import { statement, type Work } from '../db/index.ts'
import type { Tenant } from '../kit/actor.ts'
import { idOf, type PromotionId } from '../kit/id.ts'
import type { PageRequest } from '../kit/page.ts'
import type { Change } from './compare.ts'
import type { KindName } from './kinds.ts'
import type { Problem, Promotion } from './promotion.ts'

const TWIN = statement(
  'promotions_test_twin',
  "select tenant from tenants where business_id = $1::uuid and mode = 'TEST'",
)

/** The tenant of the same business in TEST mode; undefined: it has none. */
export async function testTwinOf({ sql, actor }: Work): Promise<Tenant | undefined> {
  const [row] = await sql.run<{ readonly tenant: Tenant }>(TWIN, [actor.business])
  return row?.tenant
}

export async function insertPromotion({ db, actor }: Work, promotion: Promotion): Promise<void> {
  await db
    .insertInto('promotions')
    .values({
      tenant: actor.tenant,
      id: promotion.id,
      state: promotion.state,
      kinds: [...promotion.kinds],
      digest: promotion.digest,
      changes: JSON.stringify(promotion.changes),
      problems: JSON.stringify(promotion.problems),
      created_at: promotion.createdAt,
      applied_at: promotion.appliedAt ?? null,
    })
    .execute()
}

export async function findPromotion(
  work: Work,
  id: string,
  { isHeld = false }: { readonly isHeld?: boolean } = {},
): Promise<Promotion | undefined> {
  const row = await selectOwn(work)
    .where('id', '=', id)
    .$if(isHeld, (q) => q.forUpdate())
    .executeTakeFirst()
  return row && promotionOfRow(row)
}

export async function pageOfPromotions(work: Work, { page, size }: PageRequest): Promise<Promotion[]> {
  const rows = await selectOwn(work)
    .orderBy('id', 'desc')
    .limit(size + 1)
    .offset((page - 1) * size)
    .execute()
  return rows.map(promotionOfRow)
}

export async function countPromotions(work: Work): Promise<number> {
  const { total } = await work.db
    .selectFrom('promotions')
    .select(({ fn }) => fn.countAll<bigint>().as('total'))
    .where('tenant', '=', work.actor.tenant)
    .executeTakeFirstOrThrow()
  return Number(total)
}

export async function markApplied({ db, actor, at }: Work, id: PromotionId): Promise<void> {
  await db
    .updateTable('promotions')
    .set({ state: 'APPLIED', applied_at: at })
    .where('tenant', '=', actor.tenant)
    .where('id', '=', id)
    .execute()
}

function selectOwn({ db, actor }: Work) {
  return db.selectFrom('promotions').selectAll().where('tenant', '=', actor.tenant)
}

type Row = Awaited<ReturnType<ReturnType<typeof selectOwn>['execute']>>[number]

// What is stored is what `compare.ts` made.
function promotionOfRow(row: Row): Promotion {
  return {
    id: idOf<PromotionId>(row.id),
    state: row.state,
    kinds: row.kinds as readonly KindName[],
    digest: row.digest,
    changes: row.changes as readonly Change[],
    problems: row.problems as readonly Problem[],
    createdAt: row.created_at,
    appliedAt: row.applied_at ?? undefined,
  }
}
