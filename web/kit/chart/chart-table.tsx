import styles from './chart.module.css'
import type { ChartProps } from './chart.tsx'
import { overText } from './over.tsx'

/** The figures of a chart, for whoever reads rather than looks. */
export function ChartTable({ title, labels, labelsName, series, over, show }: ChartProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className={styles.scroll} aria-label={title} tabIndex={0}>
      <table className={styles.table} aria-label={title}>
        <thead>
          <tr>
            <th scope="col">{labelsName}</th>
            {series.map(({ name }) => (
              <th key={name} scope="col" data-figures="">
                {name}
              </th>
            ))}
            {over && (
              <th scope="col" data-figures="">
                {over.name}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {labels.map((label, at) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {series.map(({ name, values }) => (
                <td key={name} data-figures="">
                  {show(values[at] ?? 0)}
                </td>
              ))}
              {over && <td data-figures="">{overText(over, at) ?? '–'}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
