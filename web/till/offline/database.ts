const NAME = 'tillback-till'
const VERSION = 2

export type StoreName = 'identities' | 'waiting' | 'done' | 'articles'

let opened: Promise<IDBDatabase> | undefined

/** What the till keeps in this browser over reloads and cuts of power. */
function openStores(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, VERSION)
    request.onupgradeneeded = ({ oldVersion }) => {
      if (oldVersion < 1) {
        request.result.createObjectStore('identities', { keyPath: 'scope' })
        request.result.createObjectStore('waiting', { keyPath: 'id', autoIncrement: true })
        request.result.createObjectStore('done', { keyPath: 'id' })
      }
      request.result.createObjectStore('articles', { keyPath: 'scope' })
    }
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  return opened
}

export async function readAll(store: StoreName): Promise<readonly unknown[]> {
  const database = await openStores()
  return answerTo(database.transaction(store).objectStore(store).getAll())
}

export async function readOne(store: StoreName, key: string): Promise<unknown> {
  const database = await openStores()
  return answerTo(database.transaction(store).objectStore(store).get(key))
}

/** All of it is kept, or none. */
export async function change(
  stores: readonly StoreName[],
  run: (store: (name: StoreName) => IDBObjectStore) => void,
): Promise<void> {
  const database = await openStores()
  // Kept when this resolves, also if the power goes the moment after.
  const transaction = database.transaction(stores, 'readwrite', { durability: 'strict' })
  run((name) => transaction.objectStore(name))
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onerror = () => reject(transaction.error)
    transaction.onabort = () => reject(transaction.error)
  })
}

function answerTo<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}
