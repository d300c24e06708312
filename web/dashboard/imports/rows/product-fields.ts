import { amountField, type ImportField, textField } from './fields.ts'
import { severalRead, truthRead, type Value } from './read-values.ts'

/** What a file may say of products, as feeds read it as well. */
export const PRODUCT_FIELDS: readonly ImportField[] = [
  textField('sku', [
    ...['Article', 'Article number', 'Item code', 'Product code', 'Code', 'PLU', 'Barcode', 'EAN', 'GTIN'],
    ...['Κωδικός', 'Κωδικός είδους', 'Κωδικός προϊόντος', 'Κωδ', 'Γραμμωτός κωδικός', 'ID'],
  ]),
  textField('name', [
    ...['Product', 'Product name', 'Item', 'Item name', 'Title', 'Description'],
    ...['Όνομα', 'Ονομασία', 'Προϊόν', 'Είδος', 'Όνομα προϊόντος', 'Περιγραφή', 'Τίτλος'],
  ]),
  textField('description', ['Long description', 'Details', 'Περιγραφή', 'Αναλυτική περιγραφή']),
  textField('family.name', [
    'Family',
    'Group',
    'Category',
    'Department',
    'Οικογένεια',
    'Κατηγορία',
    'Ομάδα',
    'Τμήμα',
  ]),
  textField('family.code', [
    'Family code',
    'Group code',
    'Category code',
    'Κωδικός οικογένειας',
    'Κωδικός κατηγορίας',
  ]),
  textField('brand.name', ['Brand', 'Make', 'Manufacturer', 'Μάρκα', 'Κατασκευαστής']),
  textField('brand.code', ['Brand code', 'Κωδικός μάρκας']),
  textField('type.name', ['Type', 'Kind', 'Τύπος']),
  textField('type.code', ['Type code', 'Κωδικός τύπου']),
  textField('categories', ['Categories', 'Shop categories', 'Κατηγορίες'], severalRead),
  amountField('tax_rate', ['VAT', 'VAT rate', 'VAT %', 'Tax', 'Tax %', 'ΦΠΑ', 'Φ.Π.Α.', 'Συντελεστής ΦΠΑ']),
  amountField('price.amount', [
    ...['Price', 'Retail price', 'Sale price', 'Unit price', 'Price incl VAT'],
    ...['Τιμή', 'Τιμή πώλησης', 'Λιανική', 'Τιμή λιανικής', 'Τιμή μονάδας', 'Λιανική τιμή'],
  ]),
  textField('price.currency_code', ['Currency', 'Currency code', 'Νόμισμα']),
  textField('is_active', ['Active', 'Enabled', 'Ενεργό', 'Ενεργό είδος'], truthRead),
  textField('earns', ['Earns rewards', 'Earns', 'Κερδίζει'], truthRead),
]

/** A row of `synchroniseProducts`. What the file leaves empty is left out and stays as it is. */
export function productOf(values: ReadonlyMap<string, Value>): object {
  const row: Record<string, unknown> = {}
  for (const [field, value] of values) {
    const [outer = '', inner] = field.split('.')
    const there = row[outer]
    if (inner !== undefined) row[outer] = { ...(typeof there === 'object' && there), [inner]: value }
    else row[outer] = Array.isArray(value) ? value.map((name) => ({ name })) : value
  }
  return row
}
