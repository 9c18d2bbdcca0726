<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en">
<context>
    <name>ActNews</name>
    <message>
        <source>Trouble in this program, code {ref}</source>
        <translation>Trouble in this program, code {ref}</translation>
    </message>
    <message>
        <source>{act}: not possible for this report now</source>
        <translation>{act}: not possible for this report now</translation>
    </message>
    <message>
        <source>Nothing is suggested for this report, choose an act</source>
        <translation>Nothing is suggested for this report, choose an act</translation>
    </message>
    <message>
        <source>{act}: not possible for any of these reports now</source>
        <translation>{act}: not possible for any of these reports now</translation>
    </message>
    <message>
        <source>{act}: no choice fits all of these reports</source>
        <translation>{act}: no choice fits all of these reports</translation>
    </message>
</context>
<context>
    <name>AlarmList</name>
    <message>
        <source>No alarm</source>
        <translation>No alarm</translation>
    </message>
    <message>
        <source>Alarms, {n} more below</source>
        <translation>Alarms, {n} more below</translation>
    </message>
    <message>
        <source>Alarms</source>
        <translation>Alarms</translation>
    </message>
</context>
<context>
    <name>AlarmRoom</name>
    <message>
        <source>{key}: seen</source>
        <translation>{key}: seen</translation>
    </message>
    <message>
        <source>W: put aside</source>
        <translation>W: put aside</translation>
    </message>
    <message>
        <source>Response due in {span}: {number}</source>
        <translation>Response due in {span}: {number}</translation>
    </message>
    <message>
        <source>in your hand, nobody on the scene yet</source>
        <translation>in your hand, nobody on the scene yet</translation>
    </message>
</context>
<context>
    <name>AreaRanking</name>
    <message>
        <source>{n} others</source>
        <translation>{n} others</translation>
    </message>
    <message>
        <source>{n} other</source>
        <translation>{n} other</translation>
    </message>
    <message>
        <source>no open reports</source>
        <translation>no open reports</translation>
    </message>
    <message>
        <source>Open reports by kecamatan</source>
        <translation>Open reports by kecamatan</translation>
    </message>
    <message>
        <source>{area}: {open}</source>
        <translation>{area}: {open}</translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>Drop filter {words}</source>
        <translation>Drop filter {words}</translation>
    </message>
</context>
<context>
    <name>DetailColumn</name>
    <message>
        <source>Internal note</source>
        <translation>Internal note</translation>
    </message>
    <message>
        <source>The report is not on this screen</source>
        <translation>The report is not on this screen</translation>
    </message>
    <message>
        <source>No report chosen</source>
        <translation>No report chosen</translation>
    </message>
</context>
<context>
    <name>DispatcherView</name>
    <message>
        <source>No reports in this queue</source>
        <translation>No reports in this queue</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Words, place, number, @member</source>
        <translation>Words, place, number, @member</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Clear filter</translation>
    </message>
    <message>
        <source>Save this filter no longer</source>
        <translation>Save this filter no longer</translation>
    </message>
    <message>
        <source>Save filter</source>
        <translation>Save filter</translation>
    </message>
</context>
<context>
    <name>FlowChart</name>
    <message>
        <source>Flow today</source>
        <translation>Flow today</translation>
    </message>
    <message>
        <source>Usual {weekday}</source>
        <translation>Usual {weekday}</translation>
    </message>
    <message>
        <source>Data {time}</source>
        <translation>Data {time}</translation>
    </message>
    <message>
        <source>{n} received</source>
        <translation>{n} received</translation>
    </message>
    <message>
        <source>{n} answered</source>
        <translation>{n} answered</translation>
    </message>
</context>
<context>
    <name>KeyCard</name>
    <message>
        <source>Single letters never act while you type. Every key can be changed: press ?</source>
        <translation>Single letters never act while you type. Every key can be changed: press ?</translation>
    </message>
    <message>
        <source>Pendopo, the operator's keys</source>
        <translation>Pendopo, the operator's keys</translation>
    </message>
    <message>
        <source>Read J   ·   take A   ·   assign Enter   ·   undo Z</source>
        <translation>Read J   ·   take A   ·   assign Enter   ·   undo Z</translation>
    </message>
</context>
<context>
    <name>KeyOverlay</name>
    <message>
        <source>Switch single-letter keys off</source>
        <translation>Switch single-letter keys off</translation>
    </message>
    <message>
        <source>Switch single-letter keys on</source>
        <translation>Switch single-letter keys on</translation>
    </message>
    <message>
        <source>Keys as shipped</source>
        <translation>Keys as shipped</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>Choose a line, then press its new key</source>
        <translation>Choose a line, then press its new key</translation>
    </message>
    <message>
        <source>Press the new key</source>
        <translation>Press the new key</translation>
    </message>
</context>
<context>
    <name>MapPanel</name>
    <message>
        <source>Open by kecamatan</source>
        <translation>Open by kecamatan</translation>
    </message>
</context>
<context>
    <name>MapView</name>
    <message>
        <source>{area}: {open}</source>
        <translation>{area}: {open}</translation>
    </message>
    <message>
        <source>Map of open reports</source>
        <translation>Map of open reports</translation>
    </message>
</context>
<context>
    <name>MergeSheet</name>
    <message>
        <source>Merge</source>
        <translation>Merge</translation>
    </message>
    <message>
        <source>No photo</source>
        <translation>No photo</translation>
    </message>
    <message>
        <source>Nothing similar is open</source>
        <translation>Nothing similar is open</translation>
    </message>
    <message>
        <source>Another report</source>
        <translation>Another report</translation>
    </message>
    <message>
        <source>key /</source>
        <translation>key /</translation>
    </message>
    <message>
        <source>Its number, like 7Q3K-92</source>
        <translation>Its number, like 7Q3K-92</translation>
    </message>
    <message>
        <source>Photos move along · Z takes it back</source>
        <translation>Photos move along · Z takes it back</translation>
    </message>
    <message>
        <source>Merge into {number}</source>
        <translation>Merge into {number}</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Leave</translation>
    </message>
    <message>
        <source>{n} of {all}</source>
        <translation>{n} of {all}</translation>
    </message>
    <message>
        <source>This one is closed</source>
        <translation>This one is closed</translation>
    </message>
    <message>
        <source>This one stays</source>
        <translation>This one stays</translation>
    </message>
</context>
<context>
    <name>NewReportSheet</name>
    <message>
        <source>New report</source>
        <translation>New report</translation>
    </message>
    <message>
        <source>Record report</source>
        <translation>Record report</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Esc keeps the draft · Ctrl L empties it</source>
        <translation>Esc keeps the draft · Ctrl L empties it</translation>
    </message>
    <message>
        <source>How it came in</source>
        <translation>How it came in</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>optional</translation>
    </message>
    <message>
        <source>What is the matter</source>
        <translation>What is the matter</translation>
    </message>
    <message>
        <source>In the caller's own words</source>
        <translation>In the caller's own words</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>A few letters: jal rus, banjir</source>
        <translation>A few letters: jal rus, banjir</translation>
    </message>
    <message>
        <source>Desa</source>
        <translation>Desa</translation>
    </message>
    <message>
        <source>Name, with kecamatan if needed</source>
        <translation>Name, with kecamatan if needed</translation>
    </message>
    <message>
        <source>Place in words</source>
        <translation>Place in words</translation>
    </message>
    <message>
        <source>Street, near what</source>
        <translation>Street, near what</translation>
    </message>
    <message>
        <source>Somebody is in danger now</source>
        <translation>Somebody is in danger now</translation>
    </message>
    <message>
        <source>optional, sealed: not shown again</source>
        <translation>optional, sealed: not shown again</translation>
    </message>
    <message>
        <source>Who reports</source>
        <translation>Who reports</translation>
    </message>
    <message>
        <source>Name, phone number</source>
        <translation>Name, phone number</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Photos</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Choose a file</translation>
    </message>
    <message>
        <source>or Ctrl V, or drop it here: JPEG, PNG, WebP</source>
        <translation>or Ctrl V, or drop it here: JPEG, PNG, WebP</translation>
    </message>
    <message>
        <source>Which {name}?</source>
        <translation>Which {name}?</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>↑ ↓ choose · Enter open</source>
        <translation>↑ ↓ choose · Enter open</translation>
    </message>
</context>
<context>
    <name>PhotoStrip</name>
    <message>
        <source>Photo not loaded, try again</source>
        <translation>Photo not loaded, try again</translation>
    </message>
    <message>
        <source>Photo location removed</source>
        <translation>Photo location removed</translation>
    </message>
</context>
<context>
    <name>QueueColumn</name>
    <message>
        <source>All squads</source>
        <translation>All squads</translation>
    </message>
</context>
<context>
    <name>QueueHead</name>
    <message>
        <source>Time left</source>
        <translation>Time left</translation>
    </message>
    <message>
        <source>Filter, filtered now</source>
        <translation>Filter, filtered now</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Squads</source>
        <translation>Squads</translation>
    </message>
    <message>
        <source>All squads: {open} open, {late} late</source>
        <translation>All squads: {open} open, {late} late</translation>
    </message>
    <message>
        <source>{squad}, {function}: {open} open, {late} late, median {median}</source>
        <translation>{squad}, {function}: {open} open, {late} late, median {median}</translation>
    </message>
    <message>
        <source>{queue}: {n}</source>
        <translation>{queue}: {n}</translation>
    </message>
    <message>
        <source>{n} late</source>
        <translation>{n} late</translation>
    </message>
    <message>
        <source>All squads</source>
        <translation>All squads</translation>
    </message>
    <message>
        <source>All</source>
        <translation>All</translation>
    </message>
</context>
<context>
    <name>ReplySheet</name>
    <message>
        <source>The citizen says</source>
        <translation>The citizen says</translation>
    </message>
    <message>
        <source>Reply to the citizen</source>
        <translation>Reply to the citizen</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Send</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Held for 8 s, Z takes it back</source>
        <translation>Held for 8 s, Z takes it back</translation>
    </message>
    <message>
        <source>in English</source>
        <translation>in English</translation>
    </message>
    <message>
        <source>in Indonesian</source>
        <translation>in Indonesian</translation>
    </message>
    <message>
        <source>Ready to send</source>
        <translation>Ready to send</translation>
    </message>
    <message>
        <source>Press a digit, or write by yourself. No names of members, nothing confidential.</source>
        <translation>Press a digit, or write by yourself. No names of members, nothing confidential.</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Message</translation>
    </message>
</context>
<context>
    <name>ResponseStrip</name>
    <message>
        <source>Answered after {time}</source>
        <translation>Answered after {time}</translation>
    </message>
    <message>
        <source>Has waited for {time}</source>
        <translation>Has waited for {time}</translation>
    </message>
    <message>
        <source>Response time today</source>
        <translation>Response time today</translation>
    </message>
    <message>
        <source>{squad}: {answered} answered, {waiting} waiting, {late} of them late</source>
        <translation>{squad}: {answered} answered, {waiting} waiting, {late} of them late</translation>
    </message>
    <message>
        <source>today</source>
        <translation>today</translation>
    </message>
    <message>
        <source>Response time</source>
        <translation>Response time</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>answered</translation>
    </message>
    <message>
        <source>still waiting</source>
        <translation>still waiting</translation>
    </message>
    <message>
        <source>median</source>
        <translation>median</translation>
    </message>
    <message>
        <source>target</source>
        <translation>target</translation>
    </message>
</context>
<context>
    <name>RoomMenu</name>
    <message>
        <source>Light theme</source>
        <translation>Light theme</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>Dark theme</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>Reduce motion</translation>
    </message>
    <message>
        <source>Another window</source>
        <translation>Another window</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Sign out</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Text size</translation>
    </message>
</context>
<context>
    <name>RoomWindow</name>
    <message>
        <source>Pendopo, second window</source>
        <translation>Pendopo, second window</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>The folder for this desk's files cannot be used: {why}</source>
        <translation>The folder for this desk's files cannot be used: {why}</translation>
    </message>
    <message>
        <source>No link to the server yet, trying again</source>
        <translation>No link to the server yet, trying again</translation>
    </message>
    <message>
        <source>Pendopo, operations room</source>
        <translation>Pendopo, operations room</translation>
    </message>
</context>
<context>
    <name>Shelving</name>
    <message>
        <source>Alarm put aside until {time}</source>
        <translation>Alarm put aside until {time}</translation>
    </message>
</context>
<context>
    <name>SideStrip</name>
    <message>
        <source>Close the instruments</source>
        <translation>Close the instruments</translation>
    </message>
    <message>
        <source>Open the instruments</source>
        <translation>Open the instruments</translation>
    </message>
</context>
<context>
    <name>SignInForm</name>
    <message>
        <source>Sign in</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>User name</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Password</translation>
    </message>
</context>
<context>
    <name>TableView</name>
    <message>
        <source>Charts as tables</source>
        <translation>Charts as tables</translation>
    </message>
</context>
<context>
    <name>TopSpeech</name>
    <message>
        <source>Pendopo</source>
        <translation>Pendopo</translation>
    </message>
    <message>
        <source>Trenggalek regency</source>
        <translation>Trenggalek regency</translation>
    </message>
    <message>
        <source>DEMO</source>
        <translation>DEMO</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Operator</translation>
    </message>
</context>
<context>
    <name>acts</name>
    <message>
        <source>Assign to {members}</source>
        <translation>Assign to {members}</translation>
    </message>
    <message>
        <source>Move to {members}</source>
        <translation>Move to {members}</translation>
    </message>
    <message>
        <source>Move to {squad}</source>
        <translation>Move to {squad}</translation>
    </message>
    <message>
        <source>Escalate to the {level}</source>
        <translation>Escalate to the {level}</translation>
    </message>
    <message>
        <source>Pause until {until}</source>
        <translation>Pause until {until}</translation>
    </message>
    <message>
        <source>Change priority to {priority}</source>
        <translation>Change priority to {priority}</translation>
    </message>
    <message>
        <source>Change label to {label}</source>
        <translation>Change label to {label}</translation>
    </message>
    <message>
        <source>Report recorded</source>
        <translation>Report recorded</translation>
    </message>
    <message>
        <source>{number} taken in</source>
        <translation>{number} taken in</translation>
    </message>
    <message>
        <source>{number} assigned to {members}</source>
        <translation>{number} assigned to {members}</translation>
    </message>
    <message>
        <source>{number} moved to {members}</source>
        <translation>{number} moved to {members}</translation>
    </message>
    <message>
        <source>{number} moved to {squad}</source>
        <translation>{number} moved to {squad}</translation>
    </message>
    <message>
        <source>{number} accepted by {member}</source>
        <translation>{number} accepted by {member}</translation>
    </message>
    <message>
        <source>{member} is on the scene of {number}</source>
        <translation>{member} is on the scene of {number}</translation>
    </message>
    <message>
        <source>{number} paused until {until}</source>
        <translation>{number} paused until {until}</translation>
    </message>
    <message>
        <source>{number} resumed</source>
        <translation>{number} resumed</translation>
    </message>
    <message>
        <source>{number} reported as resolved</source>
        <translation>{number} reported as resolved</translation>
    </message>
    <message>
        <source>{number} verified, done</source>
        <translation>{number} verified, done</translation>
    </message>
    <message>
        <source>Result of {number} refused</source>
        <translation>Result of {number} refused</translation>
    </message>
    <message>
        <source>{number} handed back to the queue</source>
        <translation>{number} handed back to the queue</translation>
    </message>
    <message>
        <source>{number} escalated to the {level}</source>
        <translation>{number} escalated to the {level}</translation>
    </message>
    <message>
        <source>{number} closed</source>
        <translation>{number} closed</translation>
    </message>
    <message>
        <source>Closing of {number} proposed</source>
        <translation>Closing of {number} proposed</translation>
    </message>
    <message>
        <source>Proposal for {number} confirmed</source>
        <translation>Proposal for {number} confirmed</translation>
    </message>
    <message>
        <source>Proposal for {number} declined</source>
        <translation>Proposal for {number} declined</translation>
    </message>
    <message>
        <source>{number} reopened</source>
        <translation>{number} reopened</translation>
    </message>
    <message>
        <source>Priority of {number} is {priority} now</source>
        <translation>Priority of {number} is {priority} now</translation>
    </message>
    <message>
        <source>Label of {number} is {label} now</source>
        <translation>Label of {number} is {label} now</translation>
    </message>
    <message>
        <source>{number} merged</source>
        <translation>{number} merged</translation>
    </message>
    <message>
        <source>{number} separated</source>
        <translation>{number} separated</translation>
    </message>
    <message>
        <source>Goes to the citizen in 8 s</source>
        <translation>Goes to the citizen in 8 s</translation>
    </message>
    <message>
        <source>Note written to {number}</source>
        <translation>Note written to {number}</translation>
    </message>
    <message>
        <source>{number} held</source>
        <translation>{number} held</translation>
    </message>
    <message>
        <source>{number} let go</source>
        <translation>{number} let go</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Undone</translation>
    </message>
    <message>
        <source>{member} is on duty</source>
        <translation>{member} is on duty</translation>
    </message>
    <message>
        <source>{member} is off duty</source>
        <translation>{member} is off duty</translation>
    </message>
    <message>
        <source>Alarm seen</source>
        <translation>Alarm seen</translation>
    </message>
    <message>
        <source>Alarm put aside until {until}</source>
        <translation>Alarm put aside until {until}</translation>
    </message>
    <message>
        <source>Not sent yet: {act}</source>
        <translation>Not sent yet: {act}</translation>
    </message>
</context>
<context>
    <name>alarms</name>
    <message>
        <source>Alarms in a row: {n} alike</source>
        <translation>Alarms in a row: {n} alike</translation>
    </message>
    <message>
        <source>P1 not taken in</source>
        <translation>P1 not taken in</translation>
    </message>
    <message>
        <source>New again: {number}</source>
        <translation>New again: {number}</translation>
    </message>
    <message>
        <source>{squad} has not accepted</source>
        <translation>{squad} has not accepted</translation>
    </message>
    <message>
        <source>Response overdue</source>
        <translation>Response overdue</translation>
    </message>
    <message>
        <source>The server cannot store</source>
        <translation>The server cannot store</translation>
    </message>
    <message>
        <source>The data is cut off</source>
        <translation>The data is cut off</translation>
    </message>
    <message>
        <source>{n} P1 not taken in</source>
        <translation>{n} P1 not taken in</translation>
    </message>
    <message>
        <source>New again: {n} reports</source>
        <translation>New again: {n} reports</translation>
    </message>
    <message>
        <source>{squad} has not accepted: {n} reports</source>
        <translation>{squad} has not accepted: {n} reports</translation>
    </message>
    <message>
        <source>Response overdue: {n} reports</source>
        <translation>Response overdue: {n} reports</translation>
    </message>
    <message>
        <source>held by {name} without a next step</source>
        <translation>held by {name} without a next step</translation>
    </message>
    <message>
        <source>held without a next step</source>
        <translation>held without a next step</translation>
    </message>
    <message>
        <source>{span} since it came in</source>
        <translation>{span} since it came in</translation>
    </message>
    <message>
        <source>assigned {span} ago</source>
        <translation>assigned {span} ago</translation>
    </message>
    <message>
        <source>{squad}, nobody on the scene yet</source>
        <translation>{squad}, nobody on the scene yet</translation>
    </message>
    <message>
        <source>since {time}</source>
        <translation>since {time}</translation>
    </message>
    <message>
        <source>new again</source>
        <translation>new again</translation>
    </message>
    <message>
        <source>not accepted yet</source>
        <translation>not accepted yet</translation>
    </message>
    <message>
        <source>response overdue</source>
        <translation>response overdue</translation>
    </message>
    <message>
        <source>Mark all as seen ({key})</source>
        <translation>Mark all as seen ({key})</translation>
    </message>
    <message>
        <source>Take in ({acknowledge})</source>
        <translation>Take in ({acknowledge})</translation>
    </message>
    <message>
        <source>Take in ({acknowledge}) or assign ({assign})</source>
        <translation>Take in ({acknowledge}) or assign ({assign})</translation>
    </message>
    <message>
        <source>Call by radio or move ({reassign})</source>
        <translation>Call by radio or move ({reassign})</translation>
    </message>
    <message>
        <source>Move ({reassign}), escalate ({escalate})</source>
        <translation>Move ({reassign}), escalate ({escalate})</translation>
    </message>
    <message>
        <source>Call the technician, use the printed board</source>
        <translation>Call the technician, use the printed board</translation>
    </message>
    <message>
        <source>Go on working, changes are kept on this PC</source>
        <translation>Go on working, changes are kept on this PC</translation>
    </message>
    <message>
        <source>{n} reports: {label}, {kecamatan}, within {minutes} minutes</source>
        <translation>{n} reports: {label}, {kecamatan}, within {minutes} minutes</translation>
    </message>
    <message>
        <source>{n} not seen</source>
        <translation>{n} not seen</translation>
    </message>
    <message>
        <source>{n} alarm</source>
        <translation>{n} alarm</translation>
    </message>
    <message>
        <source>{n} alarms</source>
        <translation>{n} alarms</translation>
    </message>
</context>
<context>
    <name>bulk</name>
    <message>
        <source>{act}: only for one report, Esc takes the ticks away</source>
        <translation>{act}: only for one report, Esc takes the ticks away</translation>
    </message>
    <message>
        <source>{n} assigned</source>
        <translation>{n} assigned</translation>
    </message>
    <message>
        <source>{n} moved</source>
        <translation>{n} moved</translation>
    </message>
    <message>
        <source>{n} escalated</source>
        <translation>{n} escalated</translation>
    </message>
    <message>
        <source>{n} closed</source>
        <translation>{n} closed</translation>
    </message>
    <message>
        <source>only a supervisor may</source>
        <translation>only a supervisor may</translation>
    </message>
    <message>
        <source>not on this screen any more</source>
        <translation>not on this screen any more</translation>
    </message>
    <message>
        <source>with that squad already</source>
        <translation>with that squad already</translation>
    </message>
    <message>
        <source>not possible while the link is lost</source>
        <translation>not possible while the link is lost</translation>
    </message>
    <message>
        <source>waited too long for the link</source>
        <translation>waited too long for the link</translation>
    </message>
    <message>
        <source>{done}, {n} not</source>
        <translation>{done}, {n} not</translation>
    </message>
    <message>
        <source>changed by {name}</source>
        <translation>changed by {name}</translation>
    </message>
    <message>
        <source>code {code}</source>
        <translation>code {code}</translation>
    </message>
    <message>
        <source>closed already</source>
        <translation>closed already</translation>
    </message>
    <message>
        <source>not possible now</source>
        <translation>not possible now</translation>
    </message>
    <message>
        <source>in the state {state}</source>
        <translation>in the state {state}</translation>
    </message>
</context>
<context>
    <name>conflict</name>
    <message>
        <source>{what}, {time}</source>
        <translation>{what}, {time}</translation>
    </message>
    <message>
        <source>the other</source>
        <translation>the other</translation>
    </message>
    <message>
        <source>Follow {name}</source>
        <translation>Follow {name}</translation>
    </message>
    <message>
        <source>Send my choice</source>
        <translation>Send my choice</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Compare</translation>
    </message>
    <message>
        <source>squad</source>
        <translation>squad</translation>
    </message>
    <message>
        <source>state</source>
        <translation>state</translation>
    </message>
    <message>
        <source>members</source>
        <translation>members</translation>
    </message>
    <message>
        <source>priority</source>
        <translation>priority</translation>
    </message>
    <message>
        <source>label</source>
        <translation>label</translation>
    </message>
    <message>
        <source>escalation</source>
        <translation>escalation</translation>
    </message>
    <message>
        <source>who holds it</source>
        <translation>who holds it</translation>
    </message>
    <message>
        <source>pause</source>
        <translation>pause</translation>
    </message>
    <message>
        <source>before</source>
        <translation>before</translation>
    </message>
    <message>
        <source>my choice</source>
        <translation>my choice</translation>
    </message>
    <message>
        <source>outcome</source>
        <translation>outcome</translation>
    </message>
</context>
<context>
    <name>counted</name>
    <message>
        <source>{n} photo</source>
        <translation>{n} photo</translation>
    </message>
    <message>
        <source>{n} photos</source>
        <translation>{n} photos</translation>
    </message>
    <message>
        <source>{n} document</source>
        <translation>{n} document</translation>
    </message>
    <message>
        <source>{n} documents</source>
        <translation>{n} documents</translation>
    </message>
    <message>
        <source>{n} visit note</source>
        <translation>{n} visit note</translation>
    </message>
    <message>
        <source>{n} visit notes</source>
        <translation>{n} visit notes</translation>
    </message>
    <message>
        <source>{n} report</source>
        <translation>{n} report</translation>
    </message>
    <message>
        <source>{n} reports</source>
        <translation>{n} reports</translation>
    </message>
    <message>
        <source>{n} open</source>
        <translation>{n} open</translation>
    </message>
    <message>
        <source>{n} report chosen</source>
        <translation>{n} report chosen</translation>
    </message>
    <message>
        <source>{n} reports chosen</source>
        <translation>{n} reports chosen</translation>
    </message>
    <message>
        <source>{n} late</source>
        <translation>{n} late</translation>
    </message>
    <message>
        <source>{n} new above</source>
        <translation>{n} new above</translation>
    </message>
</context>
<context>
    <name>detail</name>
    <message>
        <source>Report {number}</source>
        <translation>Report {number}</translation>
    </message>
    <message>
        <source>{time}, {age} ago</source>
        <translation>{time}, {age} ago</translation>
    </message>
    <message>
        <source>Reporter in danger</source>
        <translation>Reporter in danger</translation>
    </message>
    <message>
        <source>Reporter protected</source>
        <translation>Reporter protected</translation>
    </message>
    <message>
        <source>Held by you, {left} left</source>
        <translation>Held by you, {left} left</translation>
    </message>
    <message>
        <source>Held by {name}, {left} left</source>
        <translation>Held by {name}, {left} left</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>Response</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>Resolution</translation>
    </message>
    <message>
        <source>left of {span}</source>
        <translation>left of {span}</translation>
    </message>
    <message>
        <source>late, target {span}</source>
        <translation>late, target {span}</translation>
    </message>
    <message>
        <source>closed before</source>
        <translation>closed before</translation>
    </message>
    <message>
        <source>at {time}</source>
        <translation>at {time}</translation>
    </message>
    <message>
        <source>Citizen waiting {citizen}</source>
        <translation>Citizen waiting {citizen}</translation>
    </message>
    <message>
        <source>Citizen waiting {citizen} · Squad {squad}</source>
        <translation>Citizen waiting {citizen} · Squad {squad}</translation>
    </message>
</context>
<context>
    <name>events</name>
    <message>
        <source>the server</source>
        <translation>the server</translation>
    </message>
    <message>
        <source>Recorded by {name}, {channel}</source>
        <translation>Recorded by {name}, {channel}</translation>
    </message>
    <message>
        <source>Came in by {channel}, {photos}</source>
        <translation>Came in by {channel}, {photos}</translation>
    </message>
    <message>
        <source>Came in by {channel}</source>
        <translation>Came in by {channel}</translation>
    </message>
    <message>
        <source>Routed automatically to {squad}</source>
        <translation>Routed automatically to {squad}</translation>
    </message>
    <message>
        <source>Moved to {squad} by {name}, {reason}</source>
        <translation>Moved to {squad} by {name}, {reason}</translation>
    </message>
    <message>
        <source>Assigned to {members} by {name}</source>
        <translation>Assigned to {members} by {name}</translation>
    </message>
    <message>
        <source>Moved to {members} by {name}, {reason}</source>
        <translation>Moved to {members} by {name}, {reason}</translation>
    </message>
    <message>
        <source>Accepted by {member}, recorded by {name}</source>
        <translation>Accepted by {member}, recorded by {name}</translation>
    </message>
    <message>
        <source>Accepted by {member} by {via}, recorded by {name}</source>
        <translation>Accepted by {member} by {via}, recorded by {name}</translation>
    </message>
    <message>
        <source>{member} is on the scene, recorded by {name}</source>
        <translation>{member} is on the scene, recorded by {name}</translation>
    </message>
    <message>
        <source>{member} is on the scene, told by {via}, recorded by {name}</source>
        <translation>{member} is on the scene, told by {via}, recorded by {name}</translation>
    </message>
    <message>
        <source>Pause proposed by {name} until {until}, {reason}</source>
        <translation>Pause proposed by {name} until {until}, {reason}</translation>
    </message>
    <message>
        <source>Paused by {name} until {until}, {reason}</source>
        <translation>Paused by {name} until {until}, {reason}</translation>
    </message>
    <message>
        <source>Resumed automatically, the pause is over</source>
        <translation>Resumed automatically, the pause is over</translation>
    </message>
    <message>
        <source>Resumed by {name}</source>
        <translation>Resumed by {name}</translation>
    </message>
    <message>
        <source>Reported as resolved, recorded by {name}</source>
        <translation>Reported as resolved, recorded by {name}</translation>
    </message>
    <message>
        <source>Reported as resolved, {evidence}, recorded by {name}</source>
        <translation>Reported as resolved, {evidence}, recorded by {name}</translation>
    </message>
    <message>
        <source>Escalated automatically to the {level}</source>
        <translation>Escalated automatically to the {level}</translation>
    </message>
    <message>
        <source>Escalated to the {level} by {name}, {reason}</source>
        <translation>Escalated to the {level} by {name}, {reason}</translation>
    </message>
    <message>
        <source>Closing proposed by {name}, {outcome}</source>
        <translation>Closing proposed by {name}, {outcome}</translation>
    </message>
    <message>
        <source>Closed by {name}, {reason}</source>
        <translation>Closed by {name}, {reason}</translation>
    </message>
    <message>
        <source>Proposed closing confirmed by {name}</source>
        <translation>Proposed closing confirmed by {name}</translation>
    </message>
    <message>
        <source>Proposed pause confirmed by {name}</source>
        <translation>Proposed pause confirmed by {name}</translation>
    </message>
    <message>
        <source>Proposal confirmed by {name}</source>
        <translation>Proposal confirmed by {name}</translation>
    </message>
    <message>
        <source>Proposal lapsed</source>
        <translation>Proposal lapsed</translation>
    </message>
    <message>
        <source>Proposed closing declined by {name}, {reason}</source>
        <translation>Proposed closing declined by {name}, {reason}</translation>
    </message>
    <message>
        <source>Proposed pause declined by {name}, {reason}</source>
        <translation>Proposed pause declined by {name}, {reason}</translation>
    </message>
    <message>
        <source>Proposal declined by {name}, {reason}</source>
        <translation>Proposal declined by {name}, {reason}</translation>
    </message>
    <message>
        <source>Reopened by {name}, {reason}; round {n}</source>
        <translation>Reopened by {name}, {reason}; round {n}</translation>
    </message>
    <message>
        <source>Priority {old} → {new} by {name}, {reason}</source>
        <translation>Priority {old} → {new} by {name}, {reason}</translation>
    </message>
    <message>
        <source>Label {old} → {new} by {name}, {reason}</source>
        <translation>Label {old} → {new} by {name}, {reason}</translation>
    </message>
    <message>
        <source>Merged into another report by {name}</source>
        <translation>Merged into another report by {name}</translation>
    </message>
    <message>
        <source>Merged into {number} by {name}</source>
        <translation>Merged into {number} by {name}</translation>
    </message>
    <message>
        <source>Another report was merged into this one by {name}</source>
        <translation>Another report was merged into this one by {name}</translation>
    </message>
    <message>
        <source>{number} was merged into this one by {name}</source>
        <translation>{number} was merged into this one by {name}</translation>
    </message>
    <message>
        <source>Held by {name}</source>
        <translation>Held by {name}</translation>
    </message>
    <message>
        <source>Taken over by {name} from {other}</source>
        <translation>Taken over by {name} from {other}</translation>
    </message>
    <message>
        <source>Taken over by {name} from {other}, {reason}</source>
        <translation>Taken over by {name} from {other}, {reason}</translation>
    </message>
    <message>
        <source>New again, held without a next step</source>
        <translation>New again, held without a next step</translation>
    </message>
    <message>
        <source>New again, {span} held by {name} without a next step</source>
        <translation>New again, {span} held by {name} without a next step</translation>
    </message>
    <message>
        <source>Deadline for taking in missed, {time}</source>
        <translation>Deadline for taking in missed, {time}</translation>
    </message>
    <message>
        <source>Deadline for accepting missed, {time}</source>
        <translation>Deadline for accepting missed, {time}</translation>
    </message>
    <message>
        <source>Deadline for first action missed, {time}</source>
        <translation>Deadline for first action missed, {time}</translation>
    </message>
    <message>
        <source>Deadline for resolution missed, {time}</source>
        <translation>Deadline for resolution missed, {time}</translation>
    </message>
    <message>
        <source>Deadline for verification missed, {time}</source>
        <translation>Deadline for verification missed, {time}</translation>
    </message>
    <message>
        <source>Deadline missed, {time}</source>
        <translation>Deadline missed, {time}</translation>
    </message>
    <message>
        <source>Alarm put aside by {name} until {until}, {reason}</source>
        <translation>Alarm put aside by {name} until {until}, {reason}</translation>
    </message>
    <message>
        <source>Taken in by {name}</source>
        <translation>Taken in by {name}</translation>
    </message>
    <message>
        <source>Verified by {name}, done</source>
        <translation>Verified by {name}, done</translation>
    </message>
    <message>
        <source>Result refused by {name}, {reason}</source>
        <translation>Result refused by {name}, {reason}</translation>
    </message>
    <message>
        <source>Handed back to the queue by {name}, {reason}</source>
        <translation>Handed back to the queue by {name}, {reason}</translation>
    </message>
    <message>
        <source>Separated from {number} by {name}</source>
        <translation>Separated from {number} by {name}</translation>
    </message>
    <message>
        <source>Separated from another report by {name}</source>
        <translation>Separated from another report by {name}</translation>
    </message>
    <message>
        <source>{number} was separated from this one by {name}</source>
        <translation>{number} was separated from this one by {name}</translation>
    </message>
    <message>
        <source>Another report was separated from this one by {name}</source>
        <translation>Another report was separated from this one by {name}</translation>
    </message>
    <message>
        <source>Reply by {name}:</source>
        <translation>Reply by {name}:</translation>
    </message>
    <message>
        <source>Note by {name}:</source>
        <translation>Note by {name}:</translation>
    </message>
    <message>
        <source>Let go by {name}</source>
        <translation>Let go by {name}</translation>
    </message>
    <message>
        <source>Not accepted in time</source>
        <translation>Not accepted in time</translation>
    </message>
    <message>
        <source>Alarm seen by {name}</source>
        <translation>Alarm seen by {name}</translation>
    </message>
    <message>
        <source>An automatic escalation was left out</source>
        <translation>An automatic escalation was left out</translation>
    </message>
    <message>
        <source>Archived automatically</source>
        <translation>Archived automatically</translation>
    </message>
    <message>
        <source>Undone by {name}</source>
        <translation>Undone by {name}</translation>
    </message>
    <message>
        <source>{member} begins duty, recorded by {name}</source>
        <translation>{member} begins duty, recorded by {name}</translation>
    </message>
    <message>
        <source>{member} ends duty, recorded by {name}</source>
        <translation>{member} ends duty, recorded by {name}</translation>
    </message>
</context>
<context>
    <name>filter</name>
    <message>
        <source>Nothing fits, clear the filter</source>
        <translation>Nothing fits, clear the filter</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Clear filter</translation>
    </message>
</context>
<context>
    <name>foot</name>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Undone</translation>
    </message>
    <message>
        <source>Not possible while the link is lost</source>
        <translation>Not possible while the link is lost</translation>
    </message>
    <message>
        <source>{act}: waited too long for the link, not sent</source>
        <translation>{act}: waited too long for the link, not sent</translation>
    </message>
    <message>
        <source>{act}: cannot be written on this PC, not sent yet</source>
        <translation>{act}: cannot be written on this PC, not sent yet</translation>
    </message>
    <message>
        <source>{number}, Alt 3 goes there</source>
        <translation>{number}, Alt 3 goes there</translation>
    </message>
    <message>
        <source>move</source>
        <translation>move</translation>
    </message>
    <message>
        <source>take in</source>
        <translation>take in</translation>
    </message>
    <message>
        <source>assign</source>
        <translation>assign</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>filter</translation>
    </message>
    <message>
        <source>find</source>
        <translation>find</translation>
    </message>
    <message>
        <source>keys</source>
        <translation>keys</translation>
    </message>
</context>
<context>
    <name>keys</name>
    <message>
        <source>Next report</source>
        <translation>Next report</translation>
    </message>
    <message>
        <source>Previous report</source>
        <translation>Previous report</translation>
    </message>
    <message>
        <source>Tick the report</source>
        <translation>Tick the report</translation>
    </message>
    <message>
        <source>Tick downwards</source>
        <translation>Tick downwards</translation>
    </message>
    <message>
        <source>Tick upwards</source>
        <translation>Tick upwards</translation>
    </message>
    <message>
        <source>Next panel</source>
        <translation>Next panel</translation>
    </message>
    <message>
        <source>Back to the queue</source>
        <translation>Back to the queue</translation>
    </message>
    <message>
        <source>All squads</source>
        <translation>All squads</translation>
    </message>
    <message>
        <source>New report</source>
        <translation>New report</translation>
    </message>
    <message>
        <source>Take the suggestion</source>
        <translation>Take the suggestion</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Merge</translation>
    </message>
    <message>
        <source>Reply to the citizen</source>
        <translation>Reply to the citizen</translation>
    </message>
    <message>
        <source>Alarm seen</source>
        <translation>Alarm seen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Filter the queue</source>
        <translation>Filter the queue</translation>
    </message>
    <message>
        <source>Find a report or a command</source>
        <translation>Find a report or a command</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>All keys</translation>
    </message>
    <message>
        <source>Charts as tables</source>
        <translation>Charts as tables</translation>
    </message>
    <message>
        <source>Operator's window</source>
        <translation>Operator's window</translation>
    </message>
    <message>
        <source>Follow what others did</source>
        <translation>Follow what others did</translation>
    </message>
    <message>
        <source>Send my choice</source>
        <translation>Send my choice</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Compare</translation>
    </message>
    <message>
        <source>Moving</source>
        <translation>Moving</translation>
    </message>
    <message>
        <source>Queues</source>
        <translation>Queues</translation>
    </message>
    <message>
        <source>This report</source>
        <translation>This report</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Finding</translation>
    </message>
    <message>
        <source>Where two acts met</source>
        <translation>Where two acts met</translation>
    </message>
    <message>
        <source>{key} is taken: {words}</source>
        <translation>{key} is taken: {words}</translation>
    </message>
    <message>
        <source>{key} is needed by text fields</source>
        <translation>{key} is needed by text fields</translation>
    </message>
    <message>
        <source>This key cannot be used</source>
        <translation>This key cannot be used</translation>
    </message>
</context>
<context>
    <name>link</name>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>data {time}</source>
        <translation>data {time}</translation>
    </message>
    <message>
        <source>Data {time}</source>
        <translation>Data {time}</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Connecting</translation>
    </message>
    <message>
        <source>Link lost {age}</source>
        <translation>Link lost {age}</translation>
    </message>
    <message>
        <source>Connected again</source>
        <translation>Connected again</translation>
    </message>
    <message>
        <source>{n} sent</source>
        <translation>{n} sent</translation>
    </message>
    <message>
        <source>This PC's clock differs from the server's by {span}</source>
        <translation>This PC's clock differs from the server's by {span}</translation>
    </message>
    <message>
        <source>1 change waits to be sent</source>
        <translation>1 change waits to be sent</translation>
    </message>
    <message>
        <source>{n} changes wait to be sent</source>
        <translation>{n} changes wait to be sent</translation>
    </message>
    <message>
        <source>This account was opened on another PC</source>
        <translation>This account was opened on another PC</translation>
    </message>
    <message>
        <source>This program is too old, update it</source>
        <translation>This program is too old, update it</translation>
    </message>
    <message>
        <source>Access revoked, the data on this PC is wiped</source>
        <translation>Access revoked, the data on this PC is wiped</translation>
    </message>
    <message>
        <source>Stopped, code {code}</source>
        <translation>Stopped, code {code}</translation>
    </message>
</context>
<context>
    <name>map</name>
    <message>
        <source>Map file not used: {reason}</source>
        <translation>Map file not used: {reason}</translation>
    </message>
    <message>
        <source>Map file not used: {field}: {reason}</source>
        <translation>Map file not used: {field}: {reason}</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>cannot be read</translation>
    </message>
    <message>
        <source>too large</source>
        <translation>too large</translation>
    </message>
    <message>
        <source>is not UTF-8 text</source>
        <translation>is not UTF-8 text</translation>
    </message>
    <message>
        <source>is not JSON</source>
        <translation>is not JSON</translation>
    </message>
    <message>
        <source>is not FeatureCollection</source>
        <translation>is not FeatureCollection</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>is empty</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>is missing</translation>
    </message>
    <message>
        <source>is no text</source>
        <translation>is no text</translation>
    </message>
    <message>
        <source>is neither Polygon nor MultiPolygon</source>
        <translation>is neither Polygon nor MultiPolygon</translation>
    </message>
    <message>
        <source>is not longitude and latitude</source>
        <translation>is not longitude and latitude</translation>
    </message>
    <message>
        <source>is no closed ring</source>
        <translation>is no closed ring</translation>
    </message>
    <message>
        <source>kecamatan {which} is missing</source>
        <translation>kecamatan {which} is missing</translation>
    </message>
    <message>
        <source>kecamatan {which} is there twice</source>
        <translation>kecamatan {which} is there twice</translation>
    </message>
</context>
<context>
    <name>merge</name>
    <message>
        <source>No place</source>
        <translation>No place</translation>
    </message>
    <message>
        <source>came in {span} later</source>
        <translation>came in {span} later</translation>
    </message>
    <message>
        <source>came in {span} earlier</source>
        <translation>came in {span} earlier</translation>
    </message>
    <message>
        <source>same label</source>
        <translation>same label</translation>
    </message>
    <message>
        <source>other label</source>
        <translation>other label</translation>
    </message>
    <message>
        <source>{far} apart</source>
        <translation>{far} apart</translation>
    </message>
    <message>
        <source>same place</source>
        <translation>same place</translation>
    </message>
    <message>
        <source>other place</source>
        <translation>other place</translation>
    </message>
    <message>
        <source>other squad</source>
        <translation>other squad</translation>
    </message>
    <message>
        <source>No open report on this board has this number</source>
        <translation>No open report on this board has this number</translation>
    </message>
    <message>
        <source>Type the number of the other report</source>
        <translation>Type the number of the other report</translation>
    </message>
</context>
<context>
    <name>new_report</name>
    <message>
        <source>How did it come in? Press its digit</source>
        <translation>How did it come in? Press its digit</translation>
    </message>
    <message>
        <source>Write what is the matter, or add a place or a photo</source>
        <translation>Write what is the matter, or add a place or a photo</translation>
    </message>
    <message>
        <source>Choose a label</source>
        <translation>Choose a label</translation>
    </message>
    <message>
        <source>No label fits this, choose one from the list</source>
        <translation>No label fits this, choose one from the list</translation>
    </message>
    <message>
        <source>Two desa have this name, choose one</source>
        <translation>Two desa have this name, choose one</translation>
    </message>
    <message>
        <source>No such desa, choose one or none</source>
        <translation>No such desa, choose one or none</translation>
    </message>
    <message>
        <source>Still on their way, sent as soon as they are there</source>
        <translation>Still on their way, sent as soon as they are there</translation>
    </message>
    <message>
        <source>A photo did not arrive: try it again or remove it</source>
        <translation>A photo did not arrive: try it again or remove it</translation>
    </message>
    <message>
        <source>Too many letters</source>
        <translation>Too many letters</translation>
    </message>
    <message>
        <source>The server does not take this</source>
        <translation>The server does not take this</translation>
    </message>
    <message>
        <source>Choose photos</source>
        <translation>Choose photos</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Photos</translation>
    </message>
    <message>
        <source>This is no photo that can be read</source>
        <translation>This is no photo that can be read</translation>
    </message>
    <message>
        <source>Emptied, Ctrl L brings it back</source>
        <translation>Emptied, Ctrl L brings it back</translation>
    </message>
    <message>
        <source>Not possible while the link is lost</source>
        <translation>Not possible while the link is lost</translation>
    </message>
    <message>
        <source>Report kept on this PC, sent when the link is back</source>
        <translation>Report kept on this PC, sent when the link is back</translation>
    </message>
    <message>
        <source>Report recorded</source>
        <translation>Report recorded</translation>
    </message>
    <message>
        <source>The report waited too long for the link, send it again</source>
        <translation>The report waited too long for the link, send it again</translation>
    </message>
    <message>
        <source>Report {number} recorded</source>
        <translation>Report {number} recorded</translation>
    </message>
</context>
<context>
    <name>palette</name>
    <message>
        <source>Find a report or a command</source>
        <translation>Find a report or a command</translation>
    </message>
    <message>
        <source>Nothing fits</source>
        <translation>Nothing fits</translation>
    </message>
    <message>
        <source>History</source>
        <translation>History</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Reports</translation>
    </message>
    <message>
        <source>history</source>
        <translation>history</translation>
    </message>
    <message>
        <source>This report</source>
        <translation>This report</translation>
    </message>
    <message>
        <source>Put an alarm aside</source>
        <translation>Put an alarm aside</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Commands</translation>
    </message>
    <message>
        <source>Queues</source>
        <translation>Queues</translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation>Saved filters</translation>
    </message>
    <message>
        <source>kecamatan</source>
        <translation>kecamatan</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Places</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Members</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>Light theme</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>Dark theme</translation>
    </message>
    <message>
        <source>Allow motion</source>
        <translation>Allow motion</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>Reduce motion</translation>
    </message>
    <message>
        <source>Switch single-letter keys off</source>
        <translation>Switch single-letter keys off</translation>
    </message>
    <message>
        <source>Switch single-letter keys on</source>
        <translation>Switch single-letter keys on</translation>
    </message>
    <message>
        <source>language</source>
        <translation>language</translation>
    </message>
    <message>
        <source>Text size {n}%</source>
        <translation>Text size {n}%</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Settings</translation>
    </message>
</context>
<context>
    <name>presence</name>
    <message>
        <source>{name} is writing</source>
        <translation>{name} is writing</translation>
    </message>
    <message>
        <source>{name} also has this report open</source>
        <translation>{name} also has this report open</translation>
    </message>
    <message>
        <source>{name} and {n} more also have this report open</source>
        <translation>{name} and {n} more also have this report open</translation>
    </message>
</context>
<context>
    <name>questions</name>
    <message>
        <source>to which squad?</source>
        <translation>to which squad?</translation>
    </message>
    <message>
        <source>to whom?</source>
        <translation>to whom?</translation>
    </message>
    <message>
        <source>who?</source>
        <translation>who?</translation>
    </message>
    <message>
        <source>why?</source>
        <translation>why?</translation>
    </message>
    <message>
        <source>how did it end?</source>
        <translation>how did it end?</translation>
    </message>
    <message>
        <source>for how long?</source>
        <translation>for how long?</translation>
    </message>
    <message>
        <source>which one?</source>
        <translation>which one?</translation>
    </message>
    <message>
        <source>really all of them?</source>
        <translation>really all of them?</translation>
    </message>
    <message>
        <source>told by?</source>
        <translation>told by?</translation>
    </message>
    <message>
        <source>what shows it?</source>
        <translation>what shows it?</translation>
    </message>
    <message>
        <source>for another reason</source>
        <translation>for another reason</translation>
    </message>
    <message>
        <source>what was seen?</source>
        <translation>what was seen?</translation>
    </message>
    <message>
        <source>for this room only</source>
        <translation>for this room only</translation>
    </message>
    <message>
        <source>of which report?</source>
        <translation>of which report?</translation>
    </message>
    <message>
        <source>Write the reason, then Enter</source>
        <translation>Write the reason, then Enter</translation>
    </message>
    <message>
        <source>Write what was seen, then Enter</source>
        <translation>Write what was seen, then Enter</translation>
    </message>
    <message>
        <source>Write the note, then Enter</source>
        <translation>Write the note, then Enter</translation>
    </message>
    <message>
        <source>Number of the other report, then Enter</source>
        <translation>Number of the other report, then Enter</translation>
    </message>
    <message>
        <source>2 hours</source>
        <translation>2 hours</translation>
    </message>
    <message>
        <source>8 hours</source>
        <translation>8 hours</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 day</translation>
    </message>
    <message>
        <source>2 days</source>
        <translation>2 days</translation>
    </message>
    <message>
        <source>3 days</source>
        <translation>3 days</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 days</translation>
    </message>
    <message>
        <source>A few letters, then a digit or Enter</source>
        <translation>A few letters, then a digit or Enter</translation>
    </message>
    <message>
        <source>{n} minutes</source>
        <translation>{n} minutes</translation>
    </message>
    <message>
        <source>Yes, all of them</source>
        <translation>Yes, all of them</translation>
    </message>
</context>
<context>
    <name>queue</name>
    <message>
        <source>Outside the regency</source>
        <translation>Outside the regency</translation>
    </message>
    <message>
        <source>{squad}, {title}, {state}</source>
        <translation>{squad}, {title}, {state}</translation>
    </message>
    <message>
        <source>{squad}, {title}, {state}, late by {span}</source>
        <translation>{squad}, {title}, {state}, late by {span}</translation>
    </message>
    <message>
        <source>{squad}, {title}, {state}, {span} left</source>
        <translation>{squad}, {title}, {state}, {span} left</translation>
    </message>
    <message>
        <source>{group}, {reports}</source>
        <translation>{group}, {reports}</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>Due within 30 minutes</source>
        <translation>Due within 30 minutes</translation>
    </message>
    <message>
        <source>Still time</source>
        <translation>Still time</translation>
    </message>
    <message>
        <source>Likely duplicate</source>
        <translation>Likely duplicate</translation>
    </message>
</context>
<context>
    <name>refusals</name>
    <message>
        <source>taken in</source>
        <translation>taken in</translation>
    </message>
    <message>
        <source>assigned</source>
        <translation>assigned</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>moved</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>accepted</translation>
    </message>
    <message>
        <source>recorded as on the scene</source>
        <translation>recorded as on the scene</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>paused</translation>
    </message>
    <message>
        <source>resumed</source>
        <translation>resumed</translation>
    </message>
    <message>
        <source>resolved</source>
        <translation>resolved</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>verified</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>refused</translation>
    </message>
    <message>
        <source>handed back</source>
        <translation>handed back</translation>
    </message>
    <message>
        <source>escalated</source>
        <translation>escalated</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>closed</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>confirmed</translation>
    </message>
    <message>
        <source>declined</source>
        <translation>declined</translation>
    </message>
    <message>
        <source>reopened</source>
        <translation>reopened</translation>
    </message>
    <message>
        <source>given another priority</source>
        <translation>given another priority</translation>
    </message>
    <message>
        <source>given another label</source>
        <translation>given another label</translation>
    </message>
    <message>
        <source>merged</source>
        <translation>merged</translation>
    </message>
    <message>
        <source>separated</source>
        <translation>separated</translation>
    </message>
    <message>
        <source>replied to</source>
        <translation>replied to</translation>
    </message>
    <message>
        <source>noted</source>
        <translation>noted</translation>
    </message>
    <message>
        <source>held</source>
        <translation>held</translation>
    </message>
    <message>
        <source>let go</source>
        <translation>let go</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>undone</translation>
    </message>
    <message>
        <source>marked as seen</source>
        <translation>marked as seen</translation>
    </message>
    <message>
        <source>put aside</source>
        <translation>put aside</translation>
    </message>
    <message>
        <source>The date is not filled in</source>
        <translation>The date is not filled in</translation>
    </message>
    <message>
        <source>No member is chosen</source>
        <translation>No member is chosen</translation>
    </message>
    <message>
        <source>No squad is chosen</source>
        <translation>No squad is chosen</translation>
    </message>
    <message>
        <source>The reason is not filled in</source>
        <translation>The reason is not filled in</translation>
    </message>
    <message>
        <source>The note is empty</source>
        <translation>The note is empty</translation>
    </message>
    <message>
        <source>The evidence is not filled in</source>
        <translation>The evidence is not filled in</translation>
    </message>
    <message>
        <source>The other report is not filled in</source>
        <translation>The other report is not filled in</translation>
    </message>
    <message>
        <source>The report is not on this screen</source>
        <translation>The report is not on this screen</translation>
    </message>
    <message>
        <source>A note has at most 1.000 letters</source>
        <translation>A note has at most 1.000 letters</translation>
    </message>
    <message>
        <source>The server does not know this act, update it</source>
        <translation>The server does not know this act, update it</translation>
    </message>
    <message>
        <source>Sent already with other words, do it again</source>
        <translation>Sent already with other words, do it again</translation>
    </message>
    <message>
        <source>The server is busy, it is sent again automatically</source>
        <translation>The server is busy, it is sent again automatically</translation>
    </message>
    <message>
        <source>Not stored on the server yet, kept on this PC</source>
        <translation>Not stored on the server yet, kept on this PC</translation>
    </message>
    <message>
        <source>Taken back before it was sent</source>
        <translation>Taken back before it was sent</translation>
    </message>
    <message>
        <source>Only a supervisor may do that</source>
        <translation>Only a supervisor may do that</translation>
    </message>
    <message>
        <source>Something is not filled in</source>
        <translation>Something is not filled in</translation>
    </message>
    <message>
        <source>Trouble on the server, code {ref}</source>
        <translation>Trouble on the server, code {ref}</translation>
    </message>
    <message>
        <source>Cannot be {act}, the report is closed</source>
        <translation>Cannot be {act}, the report is closed</translation>
    </message>
    <message>
        <source>Cannot be {act} now</source>
        <translation>Cannot be {act} now</translation>
    </message>
    <message>
        <source>Cannot be {act}, the report is in the state {state}</source>
        <translation>Cannot be {act}, the report is in the state {state}</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>Somebody else</translation>
    </message>
    <message>
        <source>{name} has changed it already, it cannot be undone</source>
        <translation>{name} has changed it already, it cannot be undone</translation>
    </message>
    <message>
        <source>{name} has changed this report already</source>
        <translation>{name} has changed this report already</translation>
    </message>
    <message>
        <source>{name} has closed this report already</source>
        <translation>{name} has closed this report already</translation>
    </message>
    <message>
        <source>{name} has moved this report to {squad} already</source>
        <translation>{name} has moved this report to {squad} already</translation>
    </message>
    <message>
        <source>{name} has assigned this report to {members} already</source>
        <translation>{name} has assigned this report to {members} already</translation>
    </message>
    <message>
        <source>{name} has changed the priority to {priority} already</source>
        <translation>{name} has changed the priority to {priority} already</translation>
    </message>
    <message>
        <source>{name} has put this report into the state {state} already</source>
        <translation>{name} has put this report into the state {state} already</translation>
    </message>
</context>
<context>
    <name>reply</name>
    <message>
        <source>Nothing is written yet: press a digit or write</source>
        <translation>Nothing is written yet: press a digit or write</translation>
    </message>
    <message>
        <source>A message has at most {most} letters</source>
        <translation>A message has at most {most} letters</translation>
    </message>
</context>
<context>
    <name>sign_in</name>
    <message>
        <source>User name or password is wrong</source>
        <translation>User name or password is wrong</translation>
    </message>
    <message>
        <source>{wrong}. Try again in {n} s</source>
        <translation>{wrong}. Try again in {n} s</translation>
    </message>
    <message>
        <source>The session is over, sign in again</source>
        <translation>The session is over, sign in again</translation>
    </message>
    <message>
        <source>The server is busy, try again</source>
        <translation>The server is busy, try again</translation>
    </message>
</context>
<context>
    <name>suggestion</name>
    <message>
        <source>Nobody has it in hand yet</source>
        <translation>Nobody has it in hand yet</translation>
    </message>
    <message>
        <source>All members are shown with their load</source>
        <translation>All members are shown with their load</translation>
    </message>
    <message>
        <source>{people} has not answered yet</source>
        <translation>{people} has not answered yet</translation>
    </message>
    <message>
        <source>{people} has accepted</source>
        <translation>{people} has accepted</translation>
    </message>
    <message>
        <source>{people} is on the scene</source>
        <translation>{people} is on the scene</translation>
    </message>
    <message>
        <source>The pause is over</source>
        <translation>The pause is over</translation>
    </message>
    <message>
        <source>A proposed closing waits for your decision</source>
        <translation>A proposed closing waits for your decision</translation>
    </message>
    <message>
        <source>The result waits for a second pair of eyes</source>
        <translation>The result waits for a second pair of eyes</translation>
    </message>
    <message>
        <source>Assign to {member}, {squad}</source>
        <translation>Assign to {member}, {squad}</translation>
    </message>
    <message>
        <source>Nobody of {squad} is free</source>
        <translation>Nobody of {squad} is free</translation>
    </message>
    <message>
        <source>Its squad is still to be named</source>
        <translation>Its squad is still to be named</translation>
    </message>
    <message>
        <source>A proposed pause waits for your decision</source>
        <translation>A proposed pause waits for your decision</translation>
    </message>
    <message>
        <source>{distance} from the place</source>
        <translation>{distance} from the place</translation>
    </message>
    <message>
        <source>{n} active task</source>
        <translation>{n} active task</translation>
    </message>
    <message>
        <source>{n} active tasks</source>
        <translation>{n} active tasks</translation>
    </message>
    <message>
        <source>median {span}</source>
        <translation>median {span}</translation>
    </message>
    <message>
        <source>the only one free</source>
        <translation>the only one free</translation>
    </message>
</context>
<context>
    <name>tables</name>
    <message>
        <source>Response per squad</source>
        <translation>Response per squad</translation>
    </message>
    <message>
        <source>Squad</source>
        <translation>Squad</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Late</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>n</source>
        <translation>n</translation>
    </message>
    <message>
        <source>In time</source>
        <translation>In time</translation>
    </message>
    <message>
        <source>waiting, late</source>
        <translation>waiting, late</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>waiting</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>answered</translation>
    </message>
    <message>
        <source>Points of today</source>
        <translation>Points of today</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Report</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Flow today</source>
        <translation>Flow today</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>Hour</translation>
    </message>
    <message>
        <source>Received so far</source>
        <translation>Received so far</translation>
    </message>
    <message>
        <source>Answered of them</source>
        <translation>Answered of them</translation>
    </message>
    <message>
        <source>Usual on this weekday</source>
        <translation>Usual on this weekday</translation>
    </message>
    <message>
        <source>Place not known</source>
        <translation>Place not known</translation>
    </message>
    <message>
        <source>Open per kecamatan</source>
        <translation>Open per kecamatan</translation>
    </message>
    <message>
        <source>Kecamatan</source>
        <translation>Kecamatan</translation>
    </message>
</context>
<context>
    <name>targets</name>
    <message>
        <source>1 working day</source>
        <translation>1 working day</translation>
    </message>
    <message>
        <source>{n} working days</source>
        <translation>{n} working days</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>New</source>
        <translation>New</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>Queued</translation>
    </message>
    <message>
        <source>Assigned</source>
        <translation>Assigned</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>On scene</source>
        <translation>On scene</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>To be verified</source>
        <translation>To be verified</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplicate</translation>
    </message>
    <message>
        <source>Unfounded</source>
        <translation>Unfounded</translation>
    </message>
    <message>
        <source>Not ours</source>
        <translation>Not ours</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>Waiting for the citizen</source>
        <translation>Waiting for the citizen</translation>
    </message>
    <message>
        <source>Waiting for another agency</source>
        <translation>Waiting for another agency</translation>
    </message>
    <message>
        <source>Waiting for material or budget</source>
        <translation>Waiting for material or budget</translation>
    </message>
    <message>
        <source>Waiting until it is safe</source>
        <translation>Waiting until it is safe</translation>
    </message>
    <message>
        <source>Waiting for permission to enter</source>
        <translation>Waiting for permission to enter</translation>
    </message>
    <message>
        <source>other</source>
        <translation>other</translation>
    </message>
    <message>
        <source>too little evidence</source>
        <translation>too little evidence</translation>
    </message>
    <message>
        <source>not solved yet</source>
        <translation>not solved yet</translation>
    </message>
    <message>
        <source>wrong place</source>
        <translation>wrong place</translation>
    </message>
    <message>
        <source>new facts</source>
        <translation>new facts</translation>
    </message>
    <message>
        <source>wrong at intake</source>
        <translation>wrong at intake</translation>
    </message>
    <message>
        <source>wrong squad</source>
        <translation>wrong squad</translation>
    </message>
    <message>
        <source>wrong member</source>
        <translation>wrong member</translation>
    </message>
    <message>
        <source>too much work</source>
        <translation>too much work</translation>
    </message>
    <message>
        <source>off duty</source>
        <translation>off duty</translation>
    </message>
    <message>
        <source>somebody is nearer</source>
        <translation>somebody is nearer</translation>
    </message>
    <message>
        <source>does not answer</source>
        <translation>does not answer</translation>
    </message>
    <message>
        <source>member replaced</source>
        <translation>member replaced</translation>
    </message>
    <message>
        <source>not the squad's task</source>
        <translation>not the squad's task</translation>
    </message>
    <message>
        <source>no way in</source>
        <translation>no way in</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>overdue</translation>
    </message>
    <message>
        <source>dangerous</source>
        <translation>dangerous</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>no answer</translation>
    </message>
    <message>
        <source>several agencies</source>
        <translation>several agencies</translation>
    </message>
    <message>
        <source>in the media</source>
        <translation>in the media</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automatic</translation>
    </message>
    <message>
        <source>done</source>
        <translation>done</translation>
    </message>
    <message>
        <source>duplicate</source>
        <translation>duplicate</translation>
    </message>
    <message>
        <source>withdrawn by the citizen</source>
        <translation>withdrawn by the citizen</translation>
    </message>
    <message>
        <source>no problem found</source>
        <translation>no problem found</translation>
    </message>
    <message>
        <source>another agency's task</source>
        <translation>another agency's task</translation>
    </message>
    <message>
        <source>test</source>
        <translation>test</translation>
    </message>
    <message>
        <source>not solved, says the citizen</source>
        <translation>not solved, says the citizen</translation>
    </message>
    <message>
        <source>the problem is back</source>
        <translation>the problem is back</translation>
    </message>
    <message>
        <source>closed by mistake</source>
        <translation>closed by mistake</translation>
    </message>
    <message>
        <source>waiting for the citizen</source>
        <translation>waiting for the citizen</translation>
    </message>
    <message>
        <source>waiting for another agency</source>
        <translation>waiting for another agency</translation>
    </message>
    <message>
        <source>waiting for material or budget</source>
        <translation>waiting for material or budget</translation>
    </message>
    <message>
        <source>waiting until it is safe</source>
        <translation>waiting until it is safe</translation>
    </message>
    <message>
        <source>waiting for permission to enter</source>
        <translation>waiting for permission to enter</translation>
    </message>
    <message>
        <source>asked to</source>
        <translation>asked to</translation>
    </message>
    <message>
        <source>urgent</source>
        <translation>urgent</translation>
    </message>
    <message>
        <source>away</source>
        <translation>away</translation>
    </message>
    <message>
        <source>end of shift</source>
        <translation>end of shift</translation>
    </message>
    <message>
        <source>in hand already</source>
        <translation>in hand already</translation>
    </message>
    <message>
        <source>known</source>
        <translation>known</translation>
    </message>
    <message>
        <source>an answer is awaited</source>
        <translation>an answer is awaited</translation>
    </message>
    <message>
        <source>New report</source>
        <translation>New report</translation>
    </message>
    <message>
        <source>Take in</source>
        <translation>Take in</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Assign</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Move</translation>
    </message>
    <message>
        <source>Record acceptance</source>
        <translation>Record acceptance</translation>
    </message>
    <message>
        <source>Record arrival</source>
        <translation>Record arrival</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Resume</translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation>Resolve</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Verify</translation>
    </message>
    <message>
        <source>Refuse result</source>
        <translation>Refuse result</translation>
    </message>
    <message>
        <source>Hand back</source>
        <translation>Hand back</translation>
    </message>
    <message>
        <source>Escalate</source>
        <translation>Escalate</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Confirm</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Decline</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Reopen</translation>
    </message>
    <message>
        <source>Change priority</source>
        <translation>Change priority</translation>
    </message>
    <message>
        <source>Change label</source>
        <translation>Change label</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Merge</translation>
    </message>
    <message>
        <source>Separate</source>
        <translation>Separate</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Reply</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Hold</translation>
    </message>
    <message>
        <source>Let go</source>
        <translation>Let go</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Begin duty</source>
        <translation>Begin duty</translation>
    </message>
    <message>
        <source>End duty</source>
        <translation>End duty</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Seen</translation>
    </message>
    <message>
        <source>Put aside</source>
        <translation>Put aside</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Operator</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>Supervisor</translation>
    </message>
    <message>
        <source>Regent</source>
        <translation>Regent</translation>
    </message>
    <message>
        <source>Wall screen</source>
        <translation>Wall screen</translation>
    </message>
    <message>
        <source>Shadow access</source>
        <translation>Shadow access</translation>
    </message>
    <message>
        <source>Inspectorate</source>
        <translation>Inspectorate</translation>
    </message>
    <message>
        <source>Intake</source>
        <translation>Intake</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>Pink</translation>
    </message>
    <message>
        <source>White</source>
        <translation>White</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Orange</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blue</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>Yellow</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Red</translation>
    </message>
    <message>
        <source>Shadow</source>
        <translation>Shadow</translation>
    </message>
    <message>
        <source>Social</source>
        <translation>Social</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Health</translation>
    </message>
    <message>
        <source>Infrastructure</source>
        <translation>Infrastructure</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>Security</translation>
    </message>
    <message>
        <source>Cleanliness</source>
        <translation>Cleanliness</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Oversight</source>
        <translation>Oversight</translation>
    </message>
    <message>
        <source>Pink, social matters</source>
        <translation>Pink, social matters</translation>
    </message>
    <message>
        <source>White, health</source>
        <translation>White, health</translation>
    </message>
    <message>
        <source>Orange, infrastructure and disasters</source>
        <translation>Orange, infrastructure and disasters</translation>
    </message>
    <message>
        <source>Blue, security and public order</source>
        <translation>Blue, security and public order</translation>
    </message>
    <message>
        <source>Yellow, cleanliness</source>
        <translation>Yellow, cleanliness</translation>
    </message>
    <message>
        <source>Red, population documents and licences</source>
        <translation>Red, population documents and licences</translation>
    </message>
    <message>
        <source>Shadow, oversight</source>
        <translation>Shadow, oversight</translation>
    </message>
    <message>
        <source>app</source>
        <translation>app</translation>
    </message>
    <message>
        <source>LAPOR!</source>
        <translation>LAPOR!</translation>
    </message>
    <message>
        <source>SMS</source>
        <translation>SMS</translation>
    </message>
    <message>
        <source>119</source>
        <translation>119</translation>
    </message>
    <message>
        <source>Pusdalops BPBD</source>
        <translation>Pusdalops BPBD</translation>
    </message>
    <message>
        <source>counter</source>
        <translation>counter</translation>
    </message>
    <message>
        <source>telephone</source>
        <translation>telephone</translation>
    </message>
    <message>
        <source>radio</source>
        <translation>radio</translation>
    </message>
    <message>
        <source>told in the field</source>
        <translation>told in the field</translation>
    </message>
    <message>
        <source>WhatsApp</source>
        <translation>WhatsApp</translation>
    </message>
    <message>
        <source>in person</source>
        <translation>in person</translation>
    </message>
    <message>
        <source>photo</source>
        <translation>photo</translation>
    </message>
    <message>
        <source>document</source>
        <translation>document</translation>
    </message>
    <message>
        <source>visit note</source>
        <translation>visit note</translation>
    </message>
    <message>
        <source>by the member</source>
        <translation>by the member</translation>
    </message>
    <message>
        <source>recorded by the operator</source>
        <translation>recorded by the operator</translation>
    </message>
    <message>
        <source>sent with the data</source>
        <translation>sent with the data</translation>
    </message>
    <message>
        <source>P1, emergency</source>
        <translation>P1, emergency</translation>
    </message>
    <message>
        <source>P2, urgent</source>
        <translation>P2, urgent</translation>
    </message>
    <message>
        <source>P3, ordinary</source>
        <translation>P3, ordinary</translation>
    </message>
    <message>
        <source>time to take in</source>
        <translation>time to take in</translation>
    </message>
    <message>
        <source>time to assignment</source>
        <translation>time to assignment</translation>
    </message>
    <message>
        <source>time to first action</source>
        <translation>time to first action</translation>
    </message>
    <message>
        <source>time to resolution</source>
        <translation>time to resolution</translation>
    </message>
    <message>
        <source>how long citizens wait</source>
        <translation>how long citizens wait</translation>
    </message>
    <message>
        <source>time to reply</source>
        <translation>time to reply</translation>
    </message>
    <message>
        <source>supervisor</source>
        <translation>supervisor</translation>
    </message>
    <message>
        <source>head of the agency</source>
        <translation>head of the agency</translation>
    </message>
    <message>
        <source>Not assigned yet</source>
        <translation>Not assigned yet</translation>
    </message>
    <message>
        <source>My tasks</source>
        <translation>My tasks</translation>
    </message>
    <message>
        <source>Likely duplicates</source>
        <translation>Likely duplicates</translation>
    </message>
    <message>
        <source>{state}, closing proposed</source>
        <translation>{state}, closing proposed</translation>
    </message>
    <message>
        <source>{state}, pause proposed</source>
        <translation>{state}, pause proposed</translation>
    </message>
    <message>
        <source>New again</source>
        <translation>New again</translation>
    </message>
    <message>
        <source>Being worked on</source>
        <translation>Being worked on</translation>
    </message>
    <message>
        <source>Record start</source>
        <translation>Record start</translation>
    </message>
    <message>
        <source>No squad yet</source>
        <translation>No squad yet</translation>
    </message>
</context>
</TS>
