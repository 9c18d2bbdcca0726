"""What the hub keeps: event log, reports, people and answers, in one database.

How it is used (everything else in this package serves these):

    store = Store.open(data, clock=clock)    database.py: one process a folder; StoreRefused says why not
    future = store.submit(work)              work(transaction) -> T on the one writer thread, group commit
    with store.read() as reader: ...         a picture of its own, on any thread
    Transaction (a Reader that writes)       transaction.py, reader.py
    StoredAnswer, DeskHead, RowVersion, ...  kept.py: the small values kept beside events and reports
    StoreRefused, StorageFailed, Busy        failures.py
    people.py         users and device tokens: add, revoke, `current(reader, id)`, `cleared(reader)`
    sign_in.py        `sign_in_password`, `sign_in_token`, `renew` (call them in a worker thread: they wait)
    requests.py       how `admin` reaches a running hub: `execute_pending(store)` from its chores, twice a second
    identities.py     seals a reporter's identity inside the transaction of `open`
    policy_source.py  the policy and the gazetteer from shipped files
    rebuild.py        the check that the rows are the fold of the log

Refinements of the agreed seams: `Transaction` is a `Reader`, so every read is there in a work too. `transaction.now()`
is the clock, never before the last event: pass it to `decide` and `append`. `put_answer` moves the desk's
`last_command` itself and insists on n = last + 1; give it `seq` (of the last event) when the command was carried out,
None for a refusal. `search` yields ids lazily, newest first, so that the hub can stop after `limit` rows that the
viewer may see. Signing in binds the desk id to the user, makes the `desk_head` and returns `last_command`.
"""
