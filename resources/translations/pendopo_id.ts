<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id_ID" sourcelanguage="en">
<context>
    <name>ActNews</name>
    <message>
        <source>Trouble in this program, code {ref}</source>
        <translation>Gangguan aplikasi, kode {ref}</translation>
    </message>
    <message>
        <source>{act}: not possible for this report now</source>
        <translation>{act}: tidak bisa untuk laporan ini sekarang</translation>
    </message>
    <message>
        <source>Nothing is suggested for this report, choose an act</source>
        <translation>Tidak ada saran di sini, pilih tindakannya</translation>
    </message>
    <message>
        <source>{act}: not possible for any of these reports now</source>
        <translation>{act}: tidak bisa untuk laporan yang ditandai</translation>
    </message>
    <message>
        <source>{act}: no choice fits all of these reports</source>
        <translation>{act}: tidak ada pilihan yang cocok untuk semua yang ditandai</translation>
    </message>
</context>
<context>
    <name>AlarmList</name>
    <message>
        <source>No alarm</source>
        <translation>Tidak ada alarm</translation>
    </message>
    <message>
        <source>Alarms, {n} more below</source>
        <translation>Alarm, {n} lagi di bawah</translation>
    </message>
    <message>
        <source>Alarms</source>
        <translation>Alarm</translation>
    </message>
</context>
<context>
    <name>AlarmRoom</name>
    <message>
        <source>{key}: seen</source>
        <translation>{key}: sudah dilihat</translation>
    </message>
    <message>
        <source>W: put aside</source>
        <translation>W: tangguhkan</translation>
    </message>
    <message>
        <source>Response due in {span}: {number}</source>
        <translation>Tenggat tanggap {span} lagi: {number}</translation>
    </message>
    <message>
        <source>in your hand, nobody on the scene yet</source>
        <translation>laporan ini dipegang sendiri, belum ada anggota di lokasi</translation>
    </message>
</context>
<context>
    <name>AreaRanking</name>
    <message>
        <source>{n} others</source>
        <translation>{n} lainnya</translation>
    </message>
    <message>
        <source>{n} other</source>
        <translation>{n} lainnya</translation>
    </message>
    <message>
        <source>no open reports</source>
        <translation>Belum ada laporan aktif</translation>
    </message>
    <message>
        <source>Open reports by kecamatan</source>
        <translation>Laporan aktif per kecamatan</translation>
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
        <translation>Lepas saringan {words}</translation>
    </message>
</context>
<context>
    <name>DetailColumn</name>
    <message>
        <source>Internal note</source>
        <translation>Catatan internal</translation>
    </message>
    <message>
        <source>The report is not on this screen</source>
        <translation>Laporan tidak ada di layar ini</translation>
    </message>
    <message>
        <source>No report chosen</source>
        <translation>Belum ada laporan yang dipilih</translation>
    </message>
</context>
<context>
    <name>DispatcherView</name>
    <message>
        <source>No reports in this queue</source>
        <translation>Tidak ada laporan di antrean ini</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Words, place, number, @member</source>
        <translation>Kata, tempat, nomor, @anggota</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Hapus saringan</translation>
    </message>
    <message>
        <source>Save this filter no longer</source>
        <translation>Hapus dari saringan tersimpan</translation>
    </message>
    <message>
        <source>Save filter</source>
        <translation>Simpan saringan</translation>
    </message>
</context>
<context>
    <name>FlowChart</name>
    <message>
        <source>Flow today</source>
        <translation>Arus hari ini</translation>
    </message>
    <message>
        <source>Usual {weekday}</source>
        <translation>{weekday} biasanya</translation>
    </message>
    <message>
        <source>Data {time}</source>
        <translation>Data {time}</translation>
    </message>
    <message>
        <source>{n} received</source>
        <translation>{n} masuk</translation>
    </message>
    <message>
        <source>{n} answered</source>
        <translation>{n} ditanggapi</translation>
    </message>
</context>
<context>
    <name>KeyCard</name>
    <message>
        <source>Single letters never act while you type. Every key can be changed: press ?</source>
        <translation>Huruf tunggal tidak berlaku saat mengetik. Semua tombol dapat diganti: tekan ?</translation>
    </message>
    <message>
        <source>Pendopo, the operator's keys</source>
        <translation>Pendopo, tombol operator</translation>
    </message>
    <message>
        <source>Read J   ·   take A   ·   assign Enter   ·   undo Z</source>
        <translation>Baca J   ·   terima A   ·   tugaskan Enter   ·   urungkan Z</translation>
    </message>
</context>
<context>
    <name>KeyOverlay</name>
    <message>
        <source>Switch single-letter keys off</source>
        <translation>Matikan tombol satu huruf</translation>
    </message>
    <message>
        <source>Switch single-letter keys on</source>
        <translation>Nyalakan tombol satu huruf</translation>
    </message>
    <message>
        <source>Keys as shipped</source>
        <translation>Kembalikan tombol bawaan</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tombol</translation>
    </message>
    <message>
        <source>Choose a line, then press its new key</source>
        <translation>Pilih baris, lalu tekan tombol barunya</translation>
    </message>
    <message>
        <source>Press the new key</source>
        <translation>Tekan tombol baru</translation>
    </message>
</context>
<context>
    <name>MapPanel</name>
    <message>
        <source>Open by kecamatan</source>
        <translation>Aktif per kecamatan</translation>
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
        <translation>Peta laporan aktif</translation>
    </message>
</context>
<context>
    <name>MergeSheet</name>
    <message>
        <source>Merge</source>
        <translation>Gabung</translation>
    </message>
    <message>
        <source>No photo</source>
        <translation>Tanpa foto</translation>
    </message>
    <message>
        <source>Nothing similar is open</source>
        <translation>Tidak ada laporan serupa yang aktif</translation>
    </message>
    <message>
        <source>Another report</source>
        <translation>Laporan lain</translation>
    </message>
    <message>
        <source>key /</source>
        <translation>tombol /</translation>
    </message>
    <message>
        <source>Its number, like 7Q3K-92</source>
        <translation>Nomornya, misalnya 7Q3K-92</translation>
    </message>
    <message>
        <source>Photos move along · Z takes it back</source>
        <translation>Foto ikut pindah · Z mengurungkan</translation>
    </message>
    <message>
        <source>Merge into {number}</source>
        <translation>Gabung ke {number}</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>{n} of {all}</source>
        <translation>{n} dari {all}</translation>
    </message>
    <message>
        <source>This one is closed</source>
        <translation>Laporan ini ditutup</translation>
    </message>
    <message>
        <source>This one stays</source>
        <translation>Laporan yang diteruskan</translation>
    </message>
</context>
<context>
    <name>NewReportSheet</name>
    <message>
        <source>New report</source>
        <translation>Laporan baru</translation>
    </message>
    <message>
        <source>Record report</source>
        <translation>Catat laporan</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Nanti</translation>
    </message>
    <message>
        <source>Esc keeps the draft · Ctrl L empties it</source>
        <translation>Esc simpan konsep · Ctrl L kosongkan</translation>
    </message>
    <message>
        <source>How it came in</source>
        <translation>Cara masuk</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>tidak wajib</translation>
    </message>
    <message>
        <source>What is the matter</source>
        <translation>Apa yang terjadi</translation>
    </message>
    <message>
        <source>In the caller's own words</source>
        <translation>Dengan kata-kata pelapor sendiri</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>A few letters: jal rus, banjir</source>
        <translation>Beberapa huruf: jal rus, banjir</translation>
    </message>
    <message>
        <source>Desa</source>
        <translation>Desa</translation>
    </message>
    <message>
        <source>Name, with kecamatan if needed</source>
        <translation>Nama, bila perlu kecamatan</translation>
    </message>
    <message>
        <source>Place in words</source>
        <translation>Patokan lokasi</translation>
    </message>
    <message>
        <source>Street, near what</source>
        <translation>Nama jalan, dekat apa</translation>
    </message>
    <message>
        <source>Somebody is in danger now</source>
        <translation>Ada orang dalam bahaya sekarang</translation>
    </message>
    <message>
        <source>optional, sealed: not shown again</source>
        <translation>tidak wajib, disegel: tidak ditampilkan lagi</translation>
    </message>
    <message>
        <source>Who reports</source>
        <translation>Pelapor</translation>
    </message>
    <message>
        <source>Name, phone number</source>
        <translation>Nama, nomor telepon</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Pilih berkas</translation>
    </message>
    <message>
        <source>or Ctrl V, or drop it here: JPEG, PNG, WebP</source>
        <translation>atau Ctrl V, atau seret ke sini: JPEG, PNG, WebP</translation>
    </message>
    <message>
        <source>Which {name}?</source>
        <translation>{name} yang mana?</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>↑ ↓ choose · Enter open</source>
        <translation>↑ ↓ pilih · Enter buka</translation>
    </message>
</context>
<context>
    <name>PhotoStrip</name>
    <message>
        <source>Photo not loaded, try again</source>
        <translation>Foto belum terunduh, coba lagi</translation>
    </message>
    <message>
        <source>Photo location removed</source>
        <translation>Lokasi foto dihapus</translation>
    </message>
</context>
<context>
    <name>QueueColumn</name>
    <message>
        <source>All squads</source>
        <translation>Semua pasukan</translation>
    </message>
</context>
<context>
    <name>QueueHead</name>
    <message>
        <source>Time left</source>
        <translation>Sisa waktu</translation>
    </message>
    <message>
        <source>Filter, filtered now</source>
        <translation>Saring, sedang disaring</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Saring</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Squads</source>
        <translation>Pasukan</translation>
    </message>
    <message>
        <source>All squads: {open} open, {late} late</source>
        <translation>Semua pasukan: {open} aktif, {late} lewat tenggat</translation>
    </message>
    <message>
        <source>{squad}, {function}: {open} open, {late} late, median {median}</source>
        <translation>{squad}, {function}: {open} aktif, {late} lewat tenggat, median {median}</translation>
    </message>
    <message>
        <source>{queue}: {n}</source>
        <translation>{queue}: {n}</translation>
    </message>
    <message>
        <source>{n} late</source>
        <translation>{n} lewat</translation>
    </message>
    <message>
        <source>All squads</source>
        <translation>Semua pasukan</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Semua</translation>
    </message>
</context>
<context>
    <name>ReplySheet</name>
    <message>
        <source>The citizen says</source>
        <translation>Kata warga</translation>
    </message>
    <message>
        <source>Reply to the citizen</source>
        <translation>Balas warga</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Kirim</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Nanti</translation>
    </message>
    <message>
        <source>Held for 8 s, Z takes it back</source>
        <translation>Ditahan 8 dtk, Z mengurungkan</translation>
    </message>
    <message>
        <source>in English</source>
        <translation>dalam bahasa Inggris</translation>
    </message>
    <message>
        <source>in Indonesian</source>
        <translation>dalam bahasa Indonesia</translation>
    </message>
    <message>
        <source>Ready to send</source>
        <translation>Siap kirim</translation>
    </message>
    <message>
        <source>Press a digit, or write by yourself. No names of members, nothing confidential.</source>
        <translation>Tekan angka atau tulis sendiri, tanpa nama anggota dan hal rahasia</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Pesan</translation>
    </message>
</context>
<context>
    <name>ResponseStrip</name>
    <message>
        <source>Answered after {time}</source>
        <translation>Ditanggapi setelah {time}</translation>
    </message>
    <message>
        <source>Has waited for {time}</source>
        <translation>Sudah menunggu {time}</translation>
    </message>
    <message>
        <source>Response time today</source>
        <translation>Waktu tanggap hari ini</translation>
    </message>
    <message>
        <source>{squad}: {answered} answered, {waiting} waiting, {late} of them late</source>
        <translation>{squad}: {answered} ditanggapi, {waiting} menunggu, {late} di antaranya lewat tenggat</translation>
    </message>
    <message>
        <source>today</source>
        <translation>hari ini</translation>
    </message>
    <message>
        <source>Response time</source>
        <translation>Waktu tanggap</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>ditanggapi</translation>
    </message>
    <message>
        <source>still waiting</source>
        <translation>masih menunggu</translation>
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
        <translation>Tema terang</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>Tema gelap</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>Kurangi gerak</translation>
    </message>
    <message>
        <source>Another window</source>
        <translation>Jendela lain</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Keluar</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Ukuran huruf</translation>
    </message>
</context>
<context>
    <name>RoomWindow</name>
    <message>
        <source>Pendopo, second window</source>
        <translation>Pendopo, jendela kedua</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>The folder for this desk's files cannot be used: {why}</source>
        <translation>Folder berkas PC ini tidak dapat dipakai: {why}</translation>
    </message>
    <message>
        <source>No link to the server yet, trying again</source>
        <translation>Belum tersambung ke server, mencoba lagi</translation>
    </message>
    <message>
        <source>Pendopo, operations room</source>
        <translation>Pendopo, ruang operasi</translation>
    </message>
</context>
<context>
    <name>Shelving</name>
    <message>
        <source>Alarm put aside until {time}</source>
        <translation>Alarm ditangguhkan sampai {time}</translation>
    </message>
</context>
<context>
    <name>SideStrip</name>
    <message>
        <source>Close the instruments</source>
        <translation>Tutup instrumen</translation>
    </message>
    <message>
        <source>Open the instruments</source>
        <translation>Buka instrumen</translation>
    </message>
</context>
<context>
    <name>SignInForm</name>
    <message>
        <source>Sign in</source>
        <translation>Masuk</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Nama pengguna</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Kata sandi</translation>
    </message>
</context>
<context>
    <name>TableView</name>
    <message>
        <source>Charts as tables</source>
        <translation>Grafik sebagai tabel</translation>
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
        <translation>Kabupaten Trenggalek</translation>
    </message>
    <message>
        <source>DEMO</source>
        <translation>DEMO</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Terang</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Gelap</translation>
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
        <translation>Tugaskan ke {members}</translation>
    </message>
    <message>
        <source>Move to {members}</source>
        <translation>Pindahkan ke {members}</translation>
    </message>
    <message>
        <source>Move to {squad}</source>
        <translation>Pindahkan ke {squad}</translation>
    </message>
    <message>
        <source>Escalate to the {level}</source>
        <translation>Eskalasi ke {level}</translation>
    </message>
    <message>
        <source>Pause until {until}</source>
        <translation>Jeda sampai {until}</translation>
    </message>
    <message>
        <source>Change priority to {priority}</source>
        <translation>Ubah prioritas menjadi {priority}</translation>
    </message>
    <message>
        <source>Change label to {label}</source>
        <translation>Ubah label menjadi {label}</translation>
    </message>
    <message>
        <source>Report recorded</source>
        <translation>Laporan dicatat</translation>
    </message>
    <message>
        <source>{number} taken in</source>
        <translation>{number} diterima</translation>
    </message>
    <message>
        <source>{number} assigned to {members}</source>
        <translation>{number} ditugaskan ke {members}</translation>
    </message>
    <message>
        <source>{number} moved to {members}</source>
        <translation>{number} dipindahkan ke {members}</translation>
    </message>
    <message>
        <source>{number} moved to {squad}</source>
        <translation>{number} dipindahkan ke {squad}</translation>
    </message>
    <message>
        <source>{number} accepted by {member}</source>
        <translation>{number} disanggupi {member}</translation>
    </message>
    <message>
        <source>{member} is on the scene of {number}</source>
        <translation>{member} tiba di lokasi {number}</translation>
    </message>
    <message>
        <source>{number} paused until {until}</source>
        <translation>{number} dijeda sampai {until}</translation>
    </message>
    <message>
        <source>{number} resumed</source>
        <translation>{number} dilanjutkan</translation>
    </message>
    <message>
        <source>{number} reported as resolved</source>
        <translation>{number} dilaporkan tuntas</translation>
    </message>
    <message>
        <source>{number} verified, done</source>
        <translation>{number} diverifikasi, selesai</translation>
    </message>
    <message>
        <source>Result of {number} refused</source>
        <translation>Hasil {number} ditolak</translation>
    </message>
    <message>
        <source>{number} handed back to the queue</source>
        <translation>{number} dikembalikan ke antrean</translation>
    </message>
    <message>
        <source>{number} escalated to the {level}</source>
        <translation>{number} dieskalasi ke {level}</translation>
    </message>
    <message>
        <source>{number} closed</source>
        <translation>{number} ditutup</translation>
    </message>
    <message>
        <source>Closing of {number} proposed</source>
        <translation>Usul tutup {number} dikirim ke penyelia</translation>
    </message>
    <message>
        <source>Proposal for {number} confirmed</source>
        <translation>Usul untuk {number} disetujui</translation>
    </message>
    <message>
        <source>Proposal for {number} declined</source>
        <translation>Usul untuk {number} ditolak</translation>
    </message>
    <message>
        <source>{number} reopened</source>
        <translation>{number} dibuka kembali</translation>
    </message>
    <message>
        <source>Priority of {number} is {priority} now</source>
        <translation>Prioritas {number} menjadi {priority}</translation>
    </message>
    <message>
        <source>Label of {number} is {label} now</source>
        <translation>Label {number} menjadi {label}</translation>
    </message>
    <message>
        <source>{number} merged</source>
        <translation>{number} digabung</translation>
    </message>
    <message>
        <source>{number} separated</source>
        <translation>{number} dipisahkan</translation>
    </message>
    <message>
        <source>Goes to the citizen in 8 s</source>
        <translation>Terkirim ke warga dalam 8 dtk</translation>
    </message>
    <message>
        <source>Note written to {number}</source>
        <translation>Catatan ditulis di {number}</translation>
    </message>
    <message>
        <source>{number} held</source>
        <translation>{number} dipegang</translation>
    </message>
    <message>
        <source>{number} let go</source>
        <translation>{number} dilepas</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Diurungkan</translation>
    </message>
    <message>
        <source>{member} is on duty</source>
        <translation>{member} mulai bertugas</translation>
    </message>
    <message>
        <source>{member} is off duty</source>
        <translation>{member} selesai bertugas</translation>
    </message>
    <message>
        <source>Alarm seen</source>
        <translation>Alarm dilihat</translation>
    </message>
    <message>
        <source>Alarm put aside until {until}</source>
        <translation>Alarm ditangguhkan sampai {until}</translation>
    </message>
    <message>
        <source>Not sent yet: {act}</source>
        <translation>Belum terkirim: {act}</translation>
    </message>
</context>
<context>
    <name>alarms</name>
    <message>
        <source>Alarms in a row: {n} alike</source>
        <translation>Alarm beruntun: {n} serupa</translation>
    </message>
    <message>
        <source>P1 not taken in</source>
        <translation>P1 belum diterima</translation>
    </message>
    <message>
        <source>New again: {number}</source>
        <translation>Baru lagi: {number}</translation>
    </message>
    <message>
        <source>{squad} has not accepted</source>
        <translation>{squad} belum menyanggupi</translation>
    </message>
    <message>
        <source>Response overdue</source>
        <translation>Lewat tenggat tanggap</translation>
    </message>
    <message>
        <source>The server cannot store</source>
        <translation>Server gagal menyimpan</translation>
    </message>
    <message>
        <source>The data is cut off</source>
        <translation>Data terputus</translation>
    </message>
    <message>
        <source>{n} P1 not taken in</source>
        <translation>{n} P1 belum diterima</translation>
    </message>
    <message>
        <source>New again: {n} reports</source>
        <translation>Baru lagi: {n} laporan</translation>
    </message>
    <message>
        <source>{squad} has not accepted: {n} reports</source>
        <translation>{squad} belum menyanggupi: {n} laporan</translation>
    </message>
    <message>
        <source>Response overdue: {n} reports</source>
        <translation>Lewat tenggat tanggap: {n} laporan</translation>
    </message>
    <message>
        <source>held by {name} without a next step</source>
        <translation>dipegang {name} tanpa tindak lanjut</translation>
    </message>
    <message>
        <source>held without a next step</source>
        <translation>dipegang tanpa tindak lanjut</translation>
    </message>
    <message>
        <source>{span} since it came in</source>
        <translation>{span} sejak masuk</translation>
    </message>
    <message>
        <source>assigned {span} ago</source>
        <translation>ditugaskan {span} lalu</translation>
    </message>
    <message>
        <source>{squad}, nobody on the scene yet</source>
        <translation>{squad}, belum ada di lapangan</translation>
    </message>
    <message>
        <source>since {time}</source>
        <translation>sejak {time}</translation>
    </message>
    <message>
        <source>new again</source>
        <translation>baru lagi</translation>
    </message>
    <message>
        <source>not accepted yet</source>
        <translation>belum disanggupi</translation>
    </message>
    <message>
        <source>response overdue</source>
        <translation>lewat tenggat tanggap</translation>
    </message>
    <message>
        <source>Mark all as seen ({key})</source>
        <translation>Tandai semua dilihat ({key})</translation>
    </message>
    <message>
        <source>Take in ({acknowledge})</source>
        <translation>Terima ({acknowledge})</translation>
    </message>
    <message>
        <source>Take in ({acknowledge}) or assign ({assign})</source>
        <translation>Terima ({acknowledge}) atau tugaskan ({assign})</translation>
    </message>
    <message>
        <source>Call by radio or move ({reassign})</source>
        <translation>Hubungi lewat radio atau pindahkan ({reassign})</translation>
    </message>
    <message>
        <source>Move ({reassign}), escalate ({escalate})</source>
        <translation>Pindahkan ({reassign}), eskalasi ({escalate})</translation>
    </message>
    <message>
        <source>Call the technician, use the printed board</source>
        <translation>Hubungi teknisi, pakai papan cetak</translation>
    </message>
    <message>
        <source>Go on working, changes are kept on this PC</source>
        <translation>Teruskan kerja, perubahan disimpan di PC</translation>
    </message>
    <message>
        <source>{n} reports: {label}, {kecamatan}, within {minutes} minutes</source>
        <translation>{n} laporan {label}, {kecamatan}, dalam {minutes} menit</translation>
    </message>
    <message>
        <source>{n} not seen</source>
        <translation>{n} belum dilihat</translation>
    </message>
    <message>
        <source>{n} alarm</source>
        <translation>{n} alarm</translation>
    </message>
    <message>
        <source>{n} alarms</source>
        <translation>{n} alarm</translation>
    </message>
</context>
<context>
    <name>bulk</name>
    <message>
        <source>{act}: only for one report, Esc takes the ticks away</source>
        <translation>{act}: hanya untuk satu laporan, Esc menghapus centang</translation>
    </message>
    <message>
        <source>{n} assigned</source>
        <translation>{n} ditugaskan</translation>
    </message>
    <message>
        <source>{n} moved</source>
        <translation>{n} dipindahkan</translation>
    </message>
    <message>
        <source>{n} escalated</source>
        <translation>{n} dieskalasi</translation>
    </message>
    <message>
        <source>{n} closed</source>
        <translation>{n} ditutup</translation>
    </message>
    <message>
        <source>only a supervisor may</source>
        <translation>hanya penyelia yang berwenang</translation>
    </message>
    <message>
        <source>not on this screen any more</source>
        <translation>tidak ada lagi di layar ini</translation>
    </message>
    <message>
        <source>with that squad already</source>
        <translation>sudah di pasukan itu</translation>
    </message>
    <message>
        <source>not possible while the link is lost</source>
        <translation>tidak bisa selagi terputus</translation>
    </message>
    <message>
        <source>waited too long for the link</source>
        <translation>terlalu lama menunggu sambungan</translation>
    </message>
    <message>
        <source>{done}, {n} not</source>
        <translation>{done}, {n} tidak</translation>
    </message>
    <message>
        <source>changed by {name}</source>
        <translation>sudah diubah {name}</translation>
    </message>
    <message>
        <source>code {code}</source>
        <translation>kode {code}</translation>
    </message>
    <message>
        <source>closed already</source>
        <translation>sudah ditutup</translation>
    </message>
    <message>
        <source>not possible now</source>
        <translation>tidak bisa sekarang</translation>
    </message>
    <message>
        <source>in the state {state}</source>
        <translation>berstatus {state}</translation>
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
        <translation>yang lain</translation>
    </message>
    <message>
        <source>Follow {name}</source>
        <translation>Ikuti {name}</translation>
    </message>
    <message>
        <source>Send my choice</source>
        <translation>Kirim pilihan saya</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Bandingkan</translation>
    </message>
    <message>
        <source>squad</source>
        <translation>pasukan</translation>
    </message>
    <message>
        <source>state</source>
        <translation>keadaan</translation>
    </message>
    <message>
        <source>members</source>
        <translation>anggota</translation>
    </message>
    <message>
        <source>priority</source>
        <translation>prioritas</translation>
    </message>
    <message>
        <source>label</source>
        <translation>label</translation>
    </message>
    <message>
        <source>escalation</source>
        <translation>eskalasi</translation>
    </message>
    <message>
        <source>who holds it</source>
        <translation>pemegang</translation>
    </message>
    <message>
        <source>pause</source>
        <translation>jeda</translation>
    </message>
    <message>
        <source>before</source>
        <translation>semula</translation>
    </message>
    <message>
        <source>my choice</source>
        <translation>pilihan saya</translation>
    </message>
    <message>
        <source>outcome</source>
        <translation>hasil akhir</translation>
    </message>
</context>
<context>
    <name>counted</name>
    <message>
        <source>{n} photo</source>
        <translation>{n} foto</translation>
    </message>
    <message>
        <source>{n} photos</source>
        <translation>{n} foto</translation>
    </message>
    <message>
        <source>{n} document</source>
        <translation>{n} dokumen</translation>
    </message>
    <message>
        <source>{n} documents</source>
        <translation>{n} dokumen</translation>
    </message>
    <message>
        <source>{n} visit note</source>
        <translation>{n} catatan kunjungan</translation>
    </message>
    <message>
        <source>{n} visit notes</source>
        <translation>{n} catatan kunjungan</translation>
    </message>
    <message>
        <source>{n} report</source>
        <translation>{n} laporan</translation>
    </message>
    <message>
        <source>{n} reports</source>
        <translation>{n} laporan</translation>
    </message>
    <message>
        <source>{n} open</source>
        <translation>{n} aktif</translation>
    </message>
    <message>
        <source>{n} report chosen</source>
        <translation>{n} laporan dipilih</translation>
    </message>
    <message>
        <source>{n} reports chosen</source>
        <translation>{n} laporan dipilih</translation>
    </message>
    <message>
        <source>{n} late</source>
        <translation>{n} lewat</translation>
    </message>
    <message>
        <source>{n} new above</source>
        <translation>{n} baru di atas</translation>
    </message>
</context>
<context>
    <name>detail</name>
    <message>
        <source>Report {number}</source>
        <translation>Laporan {number}</translation>
    </message>
    <message>
        <source>{time}, {age} ago</source>
        <translation>{time}, {age} lalu</translation>
    </message>
    <message>
        <source>Reporter in danger</source>
        <translation>Pelapor terancam</translation>
    </message>
    <message>
        <source>Reporter protected</source>
        <translation>Pelapor dilindungi</translation>
    </message>
    <message>
        <source>Held by you, {left} left</source>
        <translation>Dipegang sendiri, sisa {left}</translation>
    </message>
    <message>
        <source>Held by {name}, {left} left</source>
        <translation>Dipegang {name}, sisa {left}</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>Tanggapan</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>Penyelesaian</translation>
    </message>
    <message>
        <source>left of {span}</source>
        <translation>sisa dari {span}</translation>
    </message>
    <message>
        <source>late, target {span}</source>
        <translation>lewat, target {span}</translation>
    </message>
    <message>
        <source>closed before</source>
        <translation>ditutup sebelumnya</translation>
    </message>
    <message>
        <source>at {time}</source>
        <translation>pada {time}</translation>
    </message>
    <message>
        <source>Citizen waiting {citizen}</source>
        <translation>Warga menunggu {citizen}</translation>
    </message>
    <message>
        <source>Citizen waiting {citizen} · Squad {squad}</source>
        <translation>Warga menunggu {citizen} · Pasukan {squad}</translation>
    </message>
</context>
<context>
    <name>events</name>
    <message>
        <source>the server</source>
        <translation>server</translation>
    </message>
    <message>
        <source>Recorded by {name}, {channel}</source>
        <translation>Dicatat {name}, {channel}</translation>
    </message>
    <message>
        <source>Came in by {channel}, {photos}</source>
        <translation>Masuk dari {channel}, {photos}</translation>
    </message>
    <message>
        <source>Came in by {channel}</source>
        <translation>Masuk dari {channel}</translation>
    </message>
    <message>
        <source>Routed automatically to {squad}</source>
        <translation>Diarahkan otomatis ke {squad}</translation>
    </message>
    <message>
        <source>Moved to {squad} by {name}, {reason}</source>
        <translation>Dipindahkan ke {squad} oleh {name}, {reason}</translation>
    </message>
    <message>
        <source>Assigned to {members} by {name}</source>
        <translation>Ditugaskan ke {members} oleh {name}</translation>
    </message>
    <message>
        <source>Moved to {members} by {name}, {reason}</source>
        <translation>Dipindahkan ke {members} oleh {name}, {reason}</translation>
    </message>
    <message>
        <source>Accepted by {member}, recorded by {name}</source>
        <translation>Disanggupi {member}, dicatat {name}</translation>
    </message>
    <message>
        <source>Accepted by {member} by {via}, recorded by {name}</source>
        <translation>Disanggupi {member} lewat {via}, dicatat {name}</translation>
    </message>
    <message>
        <source>{member} is on the scene, recorded by {name}</source>
        <translation>{member} tiba di lokasi, dicatat {name}</translation>
    </message>
    <message>
        <source>{member} is on the scene, told by {via}, recorded by {name}</source>
        <translation>{member} tiba di lokasi, lapor lewat {via}, dicatat {name}</translation>
    </message>
    <message>
        <source>Pause proposed by {name} until {until}, {reason}</source>
        <translation>Usul jeda oleh {name} sampai {until}, {reason}</translation>
    </message>
    <message>
        <source>Paused by {name} until {until}, {reason}</source>
        <translation>Dijeda oleh {name} sampai {until}, {reason}</translation>
    </message>
    <message>
        <source>Resumed automatically, the pause is over</source>
        <translation>Dilanjutkan otomatis, masa jeda habis</translation>
    </message>
    <message>
        <source>Resumed by {name}</source>
        <translation>Dilanjutkan oleh {name}</translation>
    </message>
    <message>
        <source>Reported as resolved, recorded by {name}</source>
        <translation>Dilaporkan tuntas, dicatat {name}</translation>
    </message>
    <message>
        <source>Reported as resolved, {evidence}, recorded by {name}</source>
        <translation>Dilaporkan tuntas, {evidence}, dicatat {name}</translation>
    </message>
    <message>
        <source>Escalated automatically to the {level}</source>
        <translation>Dieskalasi otomatis ke {level}</translation>
    </message>
    <message>
        <source>Escalated to the {level} by {name}, {reason}</source>
        <translation>Dieskalasi ke {level} oleh {name}, {reason}</translation>
    </message>
    <message>
        <source>Closing proposed by {name}, {outcome}</source>
        <translation>Usul tutup oleh {name}, {outcome}</translation>
    </message>
    <message>
        <source>Closed by {name}, {reason}</source>
        <translation>Ditutup oleh {name}, {reason}</translation>
    </message>
    <message>
        <source>Proposed closing confirmed by {name}</source>
        <translation>Usul tutup disetujui oleh {name}</translation>
    </message>
    <message>
        <source>Proposed pause confirmed by {name}</source>
        <translation>Usul jeda disetujui oleh {name}</translation>
    </message>
    <message>
        <source>Proposal confirmed by {name}</source>
        <translation>Usul disetujui oleh {name}</translation>
    </message>
    <message>
        <source>Proposal lapsed</source>
        <translation>Usul gugur</translation>
    </message>
    <message>
        <source>Proposed closing declined by {name}, {reason}</source>
        <translation>Usul tutup ditolak oleh {name}, {reason}</translation>
    </message>
    <message>
        <source>Proposed pause declined by {name}, {reason}</source>
        <translation>Usul jeda ditolak oleh {name}, {reason}</translation>
    </message>
    <message>
        <source>Proposal declined by {name}, {reason}</source>
        <translation>Usul ditolak oleh {name}, {reason}</translation>
    </message>
    <message>
        <source>Reopened by {name}, {reason}; round {n}</source>
        <translation>Dibuka kembali oleh {name}, {reason}; putaran {n}</translation>
    </message>
    <message>
        <source>Priority {old} → {new} by {name}, {reason}</source>
        <translation>Prioritas {old} → {new} oleh {name}, {reason}</translation>
    </message>
    <message>
        <source>Label {old} → {new} by {name}, {reason}</source>
        <translation>Label {old} → {new} oleh {name}, {reason}</translation>
    </message>
    <message>
        <source>Merged into another report by {name}</source>
        <translation>Digabung ke laporan lain oleh {name}</translation>
    </message>
    <message>
        <source>Merged into {number} by {name}</source>
        <translation>Digabung ke {number} oleh {name}</translation>
    </message>
    <message>
        <source>Another report was merged into this one by {name}</source>
        <translation>Laporan lain digabung ke laporan ini oleh {name}</translation>
    </message>
    <message>
        <source>{number} was merged into this one by {name}</source>
        <translation>{number} digabung ke laporan ini oleh {name}</translation>
    </message>
    <message>
        <source>Held by {name}</source>
        <translation>Dipegang oleh {name}</translation>
    </message>
    <message>
        <source>Taken over by {name} from {other}</source>
        <translation>Diambil alih oleh {name} dari {other}</translation>
    </message>
    <message>
        <source>Taken over by {name} from {other}, {reason}</source>
        <translation>Diambil alih oleh {name} dari {other}, {reason}</translation>
    </message>
    <message>
        <source>New again, held without a next step</source>
        <translation>Baru lagi, dipegang tanpa tindak lanjut</translation>
    </message>
    <message>
        <source>New again, {span} held by {name} without a next step</source>
        <translation>Baru lagi, {span} dipegang {name} tanpa tindak lanjut</translation>
    </message>
    <message>
        <source>Deadline for taking in missed, {time}</source>
        <translation>Lewat tenggat terima, {time}</translation>
    </message>
    <message>
        <source>Deadline for accepting missed, {time}</source>
        <translation>Lewat tenggat sanggup, {time}</translation>
    </message>
    <message>
        <source>Deadline for first action missed, {time}</source>
        <translation>Lewat tenggat tanggap, {time}</translation>
    </message>
    <message>
        <source>Deadline for resolution missed, {time}</source>
        <translation>Lewat tenggat penyelesaian, {time}</translation>
    </message>
    <message>
        <source>Deadline for verification missed, {time}</source>
        <translation>Lewat tenggat verifikasi, {time}</translation>
    </message>
    <message>
        <source>Deadline missed, {time}</source>
        <translation>Lewat tenggat, {time}</translation>
    </message>
    <message>
        <source>Alarm put aside by {name} until {until}, {reason}</source>
        <translation>Alarm ditangguhkan oleh {name} sampai {until}, {reason}</translation>
    </message>
    <message>
        <source>Taken in by {name}</source>
        <translation>Diterima oleh {name}</translation>
    </message>
    <message>
        <source>Verified by {name}, done</source>
        <translation>Diverifikasi oleh {name}, selesai</translation>
    </message>
    <message>
        <source>Result refused by {name}, {reason}</source>
        <translation>Hasil ditolak oleh {name}, {reason}</translation>
    </message>
    <message>
        <source>Handed back to the queue by {name}, {reason}</source>
        <translation>Dikembalikan ke antrean oleh {name}, {reason}</translation>
    </message>
    <message>
        <source>Separated from {number} by {name}</source>
        <translation>Dipisahkan dari {number} oleh {name}</translation>
    </message>
    <message>
        <source>Separated from another report by {name}</source>
        <translation>Dipisahkan dari laporan lain oleh {name}</translation>
    </message>
    <message>
        <source>{number} was separated from this one by {name}</source>
        <translation>{number} dipisahkan dari laporan ini oleh {name}</translation>
    </message>
    <message>
        <source>Another report was separated from this one by {name}</source>
        <translation>Laporan lain dipisahkan dari laporan ini oleh {name}</translation>
    </message>
    <message>
        <source>Reply by {name}:</source>
        <translation>Dibalas oleh {name}:</translation>
    </message>
    <message>
        <source>Note by {name}:</source>
        <translation>Catatan {name}:</translation>
    </message>
    <message>
        <source>Let go by {name}</source>
        <translation>Dilepas oleh {name}</translation>
    </message>
    <message>
        <source>Not accepted in time</source>
        <translation>Belum disanggupi sampai tenggat</translation>
    </message>
    <message>
        <source>Alarm seen by {name}</source>
        <translation>Alarm dilihat oleh {name}</translation>
    </message>
    <message>
        <source>An automatic escalation was left out</source>
        <translation>Eskalasi otomatis tidak dijalankan</translation>
    </message>
    <message>
        <source>Archived automatically</source>
        <translation>Diarsipkan otomatis</translation>
    </message>
    <message>
        <source>Undone by {name}</source>
        <translation>Diurungkan oleh {name}</translation>
    </message>
    <message>
        <source>{member} begins duty, recorded by {name}</source>
        <translation>{member} mulai bertugas, dicatat {name}</translation>
    </message>
    <message>
        <source>{member} ends duty, recorded by {name}</source>
        <translation>{member} selesai bertugas, dicatat {name}</translation>
    </message>
</context>
<context>
    <name>filter</name>
    <message>
        <source>Nothing fits, clear the filter</source>
        <translation>Tidak ada yang cocok, hapus saringan</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Hapus saringan</translation>
    </message>
</context>
<context>
    <name>foot</name>
    <message>
        <source>Undo</source>
        <translation>Urungkan</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Diurungkan</translation>
    </message>
    <message>
        <source>Not possible while the link is lost</source>
        <translation>Tidak bisa selagi terputus</translation>
    </message>
    <message>
        <source>{act}: waited too long for the link, not sent</source>
        <translation>{act}: terlalu lama menunggu sambungan, tidak terkirim</translation>
    </message>
    <message>
        <source>{act}: cannot be written on this PC, not sent yet</source>
        <translation>{act}: tidak dapat disimpan di PC ini, belum terkirim</translation>
    </message>
    <message>
        <source>{number}, Alt 3 goes there</source>
        <translation>{number}, Alt 3 ke sana</translation>
    </message>
    <message>
        <source>move</source>
        <translation>naik turun</translation>
    </message>
    <message>
        <source>take in</source>
        <translation>terima</translation>
    </message>
    <message>
        <source>assign</source>
        <translation>tugaskan</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>saring</translation>
    </message>
    <message>
        <source>find</source>
        <translation>cari</translation>
    </message>
    <message>
        <source>keys</source>
        <translation>tombol</translation>
    </message>
</context>
<context>
    <name>keys</name>
    <message>
        <source>Next report</source>
        <translation>Laporan berikutnya</translation>
    </message>
    <message>
        <source>Previous report</source>
        <translation>Laporan sebelumnya</translation>
    </message>
    <message>
        <source>Tick the report</source>
        <translation>Tandai laporan</translation>
    </message>
    <message>
        <source>Tick downwards</source>
        <translation>Tandai ke bawah</translation>
    </message>
    <message>
        <source>Tick upwards</source>
        <translation>Tandai ke atas</translation>
    </message>
    <message>
        <source>Next panel</source>
        <translation>Panel berikutnya</translation>
    </message>
    <message>
        <source>Back to the queue</source>
        <translation>Kembali ke antrean</translation>
    </message>
    <message>
        <source>All squads</source>
        <translation>Semua pasukan</translation>
    </message>
    <message>
        <source>New report</source>
        <translation>Laporan baru</translation>
    </message>
    <message>
        <source>Take the suggestion</source>
        <translation>Ambil saran</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Gabung</translation>
    </message>
    <message>
        <source>Reply to the citizen</source>
        <translation>Balas warga</translation>
    </message>
    <message>
        <source>Alarm seen</source>
        <translation>Alarm dilihat</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Urungkan</translation>
    </message>
    <message>
        <source>Filter the queue</source>
        <translation>Saring antrean</translation>
    </message>
    <message>
        <source>Find a report or a command</source>
        <translation>Cari laporan atau perintah</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>Semua tombol</translation>
    </message>
    <message>
        <source>Charts as tables</source>
        <translation>Grafik sebagai tabel</translation>
    </message>
    <message>
        <source>Operator's window</source>
        <translation>Jendela operator</translation>
    </message>
    <message>
        <source>Follow what others did</source>
        <translation>Ikuti yang lain</translation>
    </message>
    <message>
        <source>Send my choice</source>
        <translation>Kirim pilihan saya</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Bandingkan</translation>
    </message>
    <message>
        <source>Moving</source>
        <translation>Berpindah</translation>
    </message>
    <message>
        <source>Queues</source>
        <translation>Antrean</translation>
    </message>
    <message>
        <source>This report</source>
        <translation>Laporan ini</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Mencari</translation>
    </message>
    <message>
        <source>Where two acts met</source>
        <translation>Saat bentrok</translation>
    </message>
    <message>
        <source>{key} is taken: {words}</source>
        <translation>{key} sudah dipakai: {words}</translation>
    </message>
    <message>
        <source>{key} is needed by text fields</source>
        <translation>{key} dipakai kolom teks</translation>
    </message>
    <message>
        <source>This key cannot be used</source>
        <translation>Tombol ini tidak bisa dipakai</translation>
    </message>
</context>
<context>
    <name>link</name>
    <message>
        <source>Live</source>
        <translation>Langsung</translation>
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
        <translation>Menyambung</translation>
    </message>
    <message>
        <source>Link lost {age}</source>
        <translation>Terputus {age}</translation>
    </message>
    <message>
        <source>Connected again</source>
        <translation>Tersambung</translation>
    </message>
    <message>
        <source>{n} sent</source>
        <translation>{n} terkirim</translation>
    </message>
    <message>
        <source>This PC's clock differs from the server's by {span}</source>
        <translation>Jam PC selisih {span} dari server</translation>
    </message>
    <message>
        <source>1 change waits to be sent</source>
        <translation>1 perubahan menunggu kirim</translation>
    </message>
    <message>
        <source>{n} changes wait to be sent</source>
        <translation>{n} perubahan menunggu kirim</translation>
    </message>
    <message>
        <source>This account was opened on another PC</source>
        <translation>Akun ini dibuka di PC lain</translation>
    </message>
    <message>
        <source>This program is too old, update it</source>
        <translation>Aplikasi terlalu lama, perbarui</translation>
    </message>
    <message>
        <source>Access revoked, the data on this PC is wiped</source>
        <translation>Akses dicabut, data di PC dihapus</translation>
    </message>
    <message>
        <source>Stopped, code {code}</source>
        <translation>Berhenti, kode {code}</translation>
    </message>
</context>
<context>
    <name>map</name>
    <message>
        <source>Map file not used: {reason}</source>
        <translation>Berkas peta tidak dipakai: {reason}</translation>
    </message>
    <message>
        <source>Map file not used: {field}: {reason}</source>
        <translation>Berkas peta tidak dipakai: {field}: {reason}</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>tidak dapat dibaca</translation>
    </message>
    <message>
        <source>too large</source>
        <translation>terlalu besar</translation>
    </message>
    <message>
        <source>is not UTF-8 text</source>
        <translation>bukan teks UTF-8</translation>
    </message>
    <message>
        <source>is not JSON</source>
        <translation>bukan JSON</translation>
    </message>
    <message>
        <source>is not FeatureCollection</source>
        <translation>bukan FeatureCollection</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>kosong</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>tidak ada</translation>
    </message>
    <message>
        <source>is no text</source>
        <translation>bukan teks</translation>
    </message>
    <message>
        <source>is neither Polygon nor MultiPolygon</source>
        <translation>bukan Polygon atau MultiPolygon</translation>
    </message>
    <message>
        <source>is not longitude and latitude</source>
        <translation>bukan bujur dan lintang</translation>
    </message>
    <message>
        <source>is no closed ring</source>
        <translation>bukan garis tertutup</translation>
    </message>
    <message>
        <source>kecamatan {which} is missing</source>
        <translation>kecamatan {which} tidak ada</translation>
    </message>
    <message>
        <source>kecamatan {which} is there twice</source>
        <translation>kecamatan {which} ada dua kali</translation>
    </message>
</context>
<context>
    <name>merge</name>
    <message>
        <source>No place</source>
        <translation>Lokasi tidak disebut</translation>
    </message>
    <message>
        <source>came in {span} later</source>
        <translation>masuk {span} kemudian</translation>
    </message>
    <message>
        <source>came in {span} earlier</source>
        <translation>masuk {span} lebih dulu</translation>
    </message>
    <message>
        <source>same label</source>
        <translation>label sama</translation>
    </message>
    <message>
        <source>other label</source>
        <translation>label beda</translation>
    </message>
    <message>
        <source>{far} apart</source>
        <translation>jarak {far}</translation>
    </message>
    <message>
        <source>same place</source>
        <translation>lokasi sama</translation>
    </message>
    <message>
        <source>other place</source>
        <translation>lokasi beda</translation>
    </message>
    <message>
        <source>other squad</source>
        <translation>pasukan beda</translation>
    </message>
    <message>
        <source>No open report on this board has this number</source>
        <translation>Tidak ada laporan aktif bernomor ini di layar</translation>
    </message>
    <message>
        <source>Type the number of the other report</source>
        <translation>Ketik nomor laporan lain</translation>
    </message>
</context>
<context>
    <name>new_report</name>
    <message>
        <source>How did it come in? Press its digit</source>
        <translation>Masuk lewat apa? Tekan angkanya</translation>
    </message>
    <message>
        <source>Write what is the matter, or add a place or a photo</source>
        <translation>Tulis apa yang terjadi, atau isi patokan lokasi atau foto</translation>
    </message>
    <message>
        <source>Choose a label</source>
        <translation>Label belum dipilih</translation>
    </message>
    <message>
        <source>No label fits this, choose one from the list</source>
        <translation>Label tidak dikenal, pilih dari daftar</translation>
    </message>
    <message>
        <source>Two desa have this name, choose one</source>
        <translation>Dua desa bernama ini, pilih satu</translation>
    </message>
    <message>
        <source>No such desa, choose one or none</source>
        <translation>Desa tidak ada, pilih atau kosongkan</translation>
    </message>
    <message>
        <source>Still on their way, sent as soon as they are there</source>
        <translation>Foto masih dikirim, laporan menyusul otomatis</translation>
    </message>
    <message>
        <source>A photo did not arrive: try it again or remove it</source>
        <translation>Ada foto belum terkirim: ulangi atau buang</translation>
    </message>
    <message>
        <source>Too many letters</source>
        <translation>Terlalu panjang</translation>
    </message>
    <message>
        <source>The server does not take this</source>
        <translation>Ditolak server</translation>
    </message>
    <message>
        <source>Choose photos</source>
        <translation>Pilih foto</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>This is no photo that can be read</source>
        <translation>Berkas ini bukan foto yang dapat dibaca</translation>
    </message>
    <message>
        <source>Emptied, Ctrl L brings it back</source>
        <translation>Dikosongkan, Ctrl L mengembalikan</translation>
    </message>
    <message>
        <source>Not possible while the link is lost</source>
        <translation>Tidak bisa selama terputus</translation>
    </message>
    <message>
        <source>Report kept on this PC, sent when the link is back</source>
        <translation>Laporan disimpan di PC ini, dikirim saat tersambung</translation>
    </message>
    <message>
        <source>Report recorded</source>
        <translation>Laporan dicatat</translation>
    </message>
    <message>
        <source>The report waited too long for the link, send it again</source>
        <translation>Laporan terlalu lama menunggu sambungan, kirim lagi</translation>
    </message>
    <message>
        <source>Report {number} recorded</source>
        <translation>Laporan {number} dicatat</translation>
    </message>
</context>
<context>
    <name>palette</name>
    <message>
        <source>Find a report or a command</source>
        <translation>Cari laporan atau perintah</translation>
    </message>
    <message>
        <source>Nothing fits</source>
        <translation>Tidak ada yang cocok</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Riwayat</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Laporan</translation>
    </message>
    <message>
        <source>history</source>
        <translation>riwayat</translation>
    </message>
    <message>
        <source>This report</source>
        <translation>Laporan ini</translation>
    </message>
    <message>
        <source>Put an alarm aside</source>
        <translation>Tangguhkan alarm</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Perintah</translation>
    </message>
    <message>
        <source>Queues</source>
        <translation>Antrean</translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation>Saringan tersimpan</translation>
    </message>
    <message>
        <source>kecamatan</source>
        <translation>kecamatan</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Tempat</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Anggota</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>Tema terang</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>Tema gelap</translation>
    </message>
    <message>
        <source>Allow motion</source>
        <translation>Izinkan gerak</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>Kurangi gerak</translation>
    </message>
    <message>
        <source>Switch single-letter keys off</source>
        <translation>Matikan tombol satu huruf</translation>
    </message>
    <message>
        <source>Switch single-letter keys on</source>
        <translation>Nyalakan tombol satu huruf</translation>
    </message>
    <message>
        <source>language</source>
        <translation>bahasa</translation>
    </message>
    <message>
        <source>Text size {n}%</source>
        <translation>Ukuran teks {n}%</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Setelan</translation>
    </message>
</context>
<context>
    <name>presence</name>
    <message>
        <source>{name} is writing</source>
        <translation>{name} sedang menulis</translation>
    </message>
    <message>
        <source>{name} also has this report open</source>
        <translation>{name} juga membuka laporan ini</translation>
    </message>
    <message>
        <source>{name} and {n} more also have this report open</source>
        <translation>{name} dan {n} orang lain juga membuka laporan ini</translation>
    </message>
</context>
<context>
    <name>questions</name>
    <message>
        <source>to which squad?</source>
        <translation>ke pasukan mana?</translation>
    </message>
    <message>
        <source>to whom?</source>
        <translation>ke siapa?</translation>
    </message>
    <message>
        <source>who?</source>
        <translation>siapa?</translation>
    </message>
    <message>
        <source>why?</source>
        <translation>mengapa?</translation>
    </message>
    <message>
        <source>how did it end?</source>
        <translation>bagaimana akhirnya?</translation>
    </message>
    <message>
        <source>for how long?</source>
        <translation>berapa lama?</translation>
    </message>
    <message>
        <source>which one?</source>
        <translation>yang mana?</translation>
    </message>
    <message>
        <source>really all of them?</source>
        <translation>yakin semuanya?</translation>
    </message>
    <message>
        <source>told by?</source>
        <translation>lewat apa?</translation>
    </message>
    <message>
        <source>what shows it?</source>
        <translation>apa buktinya?</translation>
    </message>
    <message>
        <source>for another reason</source>
        <translation>karena alasan lain</translation>
    </message>
    <message>
        <source>what was seen?</source>
        <translation>apa yang dilihat?</translation>
    </message>
    <message>
        <source>for this room only</source>
        <translation>hanya untuk ruangan ini</translation>
    </message>
    <message>
        <source>of which report?</source>
        <translation>dari laporan mana?</translation>
    </message>
    <message>
        <source>Write the reason, then Enter</source>
        <translation>Tulis alasan, lalu Enter</translation>
    </message>
    <message>
        <source>Write what was seen, then Enter</source>
        <translation>Tulis yang dilihat, lalu Enter</translation>
    </message>
    <message>
        <source>Write the note, then Enter</source>
        <translation>Tulis catatan, lalu Enter</translation>
    </message>
    <message>
        <source>Number of the other report, then Enter</source>
        <translation>Nomor laporan yang lain, lalu Enter</translation>
    </message>
    <message>
        <source>2 hours</source>
        <translation>2 jam</translation>
    </message>
    <message>
        <source>8 hours</source>
        <translation>8 jam</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 hari</translation>
    </message>
    <message>
        <source>2 days</source>
        <translation>2 hari</translation>
    </message>
    <message>
        <source>3 days</source>
        <translation>3 hari</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 hari</translation>
    </message>
    <message>
        <source>A few letters, then a digit or Enter</source>
        <translation>Ketik beberapa huruf, lalu angka atau Enter</translation>
    </message>
    <message>
        <source>{n} minutes</source>
        <translation>{n} menit</translation>
    </message>
    <message>
        <source>Yes, all of them</source>
        <translation>Ya, semuanya</translation>
    </message>
</context>
<context>
    <name>queue</name>
    <message>
        <source>{squad}, {title}, {state}</source>
        <translation>{squad}, {title}, {state}</translation>
    </message>
    <message>
        <source>{squad}, {title}, {state}, late by {span}</source>
        <translation>{squad}, {title}, {state}, lewat {span}</translation>
    </message>
    <message>
        <source>{squad}, {title}, {state}, {span} left</source>
        <translation>{squad}, {title}, {state}, sisa {span}</translation>
    </message>
    <message>
        <source>{group}, {reports}</source>
        <translation>{group}, {reports}</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Lewat tenggat</translation>
    </message>
    <message>
        <source>Due within 30 minutes</source>
        <translation>Tenggat dalam 30 menit</translation>
    </message>
    <message>
        <source>Still time</source>
        <translation>Masih ada waktu</translation>
    </message>
    <message>
        <source>Outside the regency</source>
        <translation>Di luar kabupaten</translation>
    </message>
    <message>
        <source>Likely duplicate</source>
        <translation>Dugaan ganda</translation>
    </message>
</context>
<context>
    <name>refusals</name>
    <message>
        <source>taken in</source>
        <translation>diterima</translation>
    </message>
    <message>
        <source>assigned</source>
        <translation>ditugaskan</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>dipindahkan</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>dicatat sanggup</translation>
    </message>
    <message>
        <source>recorded as on the scene</source>
        <translation>dicatat tiba</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>dijeda</translation>
    </message>
    <message>
        <source>resumed</source>
        <translation>dilanjutkan</translation>
    </message>
    <message>
        <source>resolved</source>
        <translation>dituntaskan</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>diverifikasi</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>ditolak</translation>
    </message>
    <message>
        <source>handed back</source>
        <translation>dikembalikan</translation>
    </message>
    <message>
        <source>escalated</source>
        <translation>dieskalasi</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>ditutup</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>disetujui</translation>
    </message>
    <message>
        <source>declined</source>
        <translation>ditolak</translation>
    </message>
    <message>
        <source>reopened</source>
        <translation>dibuka kembali</translation>
    </message>
    <message>
        <source>given another priority</source>
        <translation>diubah prioritasnya</translation>
    </message>
    <message>
        <source>given another label</source>
        <translation>diubah labelnya</translation>
    </message>
    <message>
        <source>merged</source>
        <translation>digabung</translation>
    </message>
    <message>
        <source>separated</source>
        <translation>dipisahkan</translation>
    </message>
    <message>
        <source>replied to</source>
        <translation>dibalas</translation>
    </message>
    <message>
        <source>noted</source>
        <translation>dicatat</translation>
    </message>
    <message>
        <source>held</source>
        <translation>dipegang</translation>
    </message>
    <message>
        <source>let go</source>
        <translation>dilepas</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>diurungkan</translation>
    </message>
    <message>
        <source>marked as seen</source>
        <translation>ditandai sudah dilihat</translation>
    </message>
    <message>
        <source>put aside</source>
        <translation>ditangguhkan</translation>
    </message>
    <message>
        <source>The date is not filled in</source>
        <translation>Tanggal belum diisi</translation>
    </message>
    <message>
        <source>No member is chosen</source>
        <translation>Anggota belum dipilih</translation>
    </message>
    <message>
        <source>No squad is chosen</source>
        <translation>Pasukan belum dipilih</translation>
    </message>
    <message>
        <source>The reason is not filled in</source>
        <translation>Alasan belum diisi</translation>
    </message>
    <message>
        <source>The note is empty</source>
        <translation>Catatan masih kosong</translation>
    </message>
    <message>
        <source>The evidence is not filled in</source>
        <translation>Bukti belum diisi</translation>
    </message>
    <message>
        <source>The other report is not filled in</source>
        <translation>Laporan yang lain belum diisi</translation>
    </message>
    <message>
        <source>The report is not on this screen</source>
        <translation>Laporan tidak ada di layar ini</translation>
    </message>
    <message>
        <source>A note has at most 1.000 letters</source>
        <translation>Catatan paling banyak 1.000 huruf</translation>
    </message>
    <message>
        <source>The server does not know this act, update it</source>
        <translation>Server belum mengenal tindakan ini, perbarui server</translation>
    </message>
    <message>
        <source>Sent already with other words, do it again</source>
        <translation>Sudah terkirim dengan isi lain, ulangi</translation>
    </message>
    <message>
        <source>The server is busy, it is sent again automatically</source>
        <translation>Server sibuk, dikirim ulang otomatis</translation>
    </message>
    <message>
        <source>Not stored on the server yet, kept on this PC</source>
        <translation>Belum tersimpan di server, disimpan di PC ini</translation>
    </message>
    <message>
        <source>Taken back before it was sent</source>
        <translation>Ditarik sebelum terkirim</translation>
    </message>
    <message>
        <source>Only a supervisor may do that</source>
        <translation>Hanya penyelia yang berwenang</translation>
    </message>
    <message>
        <source>Something is not filled in</source>
        <translation>Ada isian yang belum lengkap</translation>
    </message>
    <message>
        <source>Trouble on the server, code {ref}</source>
        <translation>Gangguan server, kode {ref}</translation>
    </message>
    <message>
        <source>Cannot be {act}, the report is closed</source>
        <translation>Tidak bisa {act}, laporan sudah ditutup</translation>
    </message>
    <message>
        <source>Cannot be {act} now</source>
        <translation>Tidak bisa {act} sekarang</translation>
    </message>
    <message>
        <source>Cannot be {act}, the report is in the state {state}</source>
        <translation>Tidak bisa {act}, keadaan laporan: {state}</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>Orang lain</translation>
    </message>
    <message>
        <source>{name} has changed it already, it cannot be undone</source>
        <translation>Sudah diubah {name}, tidak dapat diurungkan</translation>
    </message>
    <message>
        <source>{name} has changed this report already</source>
        <translation>{name} sudah mengubah laporan ini</translation>
    </message>
    <message>
        <source>{name} has closed this report already</source>
        <translation>{name} sudah menutup laporan ini</translation>
    </message>
    <message>
        <source>{name} has moved this report to {squad} already</source>
        <translation>{name} sudah memindahkan laporan ini ke {squad}</translation>
    </message>
    <message>
        <source>{name} has assigned this report to {members} already</source>
        <translation>{name} sudah menugaskan laporan ini ke {members}</translation>
    </message>
    <message>
        <source>{name} has changed the priority to {priority} already</source>
        <translation>{name} sudah mengubah prioritas menjadi {priority}</translation>
    </message>
    <message>
        <source>{name} has put this report into the state {state} already</source>
        <translation>{name} sudah mengubah keadaan laporan ini menjadi {state}</translation>
    </message>
</context>
<context>
    <name>reply</name>
    <message>
        <source>Nothing is written yet: press a digit or write</source>
        <translation>Pesan belum diisi: tekan angka atau tulis</translation>
    </message>
    <message>
        <source>A message has at most {most} letters</source>
        <translation>Pesan paling banyak {most} huruf</translation>
    </message>
</context>
<context>
    <name>sign_in</name>
    <message>
        <source>User name or password is wrong</source>
        <translation>Nama pengguna atau kata sandi salah</translation>
    </message>
    <message>
        <source>{wrong}. Try again in {n} s</source>
        <translation>{wrong}. Coba lagi dalam {n} dtk</translation>
    </message>
    <message>
        <source>The session is over, sign in again</source>
        <translation>Sesi habis, masuk lagi</translation>
    </message>
    <message>
        <source>The server is busy, try again</source>
        <translation>Server sibuk, coba lagi</translation>
    </message>
</context>
<context>
    <name>suggestion</name>
    <message>
        <source>Nobody has it in hand yet</source>
        <translation>Belum ada yang memegang</translation>
    </message>
    <message>
        <source>All members are shown with their load</source>
        <translation>Semua anggota ditampilkan dengan bebannya</translation>
    </message>
    <message>
        <source>{people} has not answered yet</source>
        <translation>{people} belum menjawab</translation>
    </message>
    <message>
        <source>{people} has accepted</source>
        <translation>{people} sudah menyanggupi</translation>
    </message>
    <message>
        <source>{people} is on the scene</source>
        <translation>{people} di lapangan</translation>
    </message>
    <message>
        <source>The pause is over</source>
        <translation>Masa jeda habis</translation>
    </message>
    <message>
        <source>A proposed closing waits for your decision</source>
        <translation>Usul tutup menunggu keputusan</translation>
    </message>
    <message>
        <source>The result waits for a second pair of eyes</source>
        <translation>Hasil menunggu verifikasi orang kedua</translation>
    </message>
    <message>
        <source>Assign to {member}, {squad}</source>
        <translation>Tugaskan ke {member}, {squad}</translation>
    </message>
    <message>
        <source>Nobody of {squad} is free</source>
        <translation>Tidak ada anggota {squad} yang bebas</translation>
    </message>
    <message>
        <source>Its squad is still to be named</source>
        <translation>Pasukannya belum ditentukan</translation>
    </message>
    <message>
        <source>A proposed pause waits for your decision</source>
        <translation>Usul jeda menunggu keputusan</translation>
    </message>
    <message>
        <source>{distance} from the place</source>
        <translation>{distance} dari lokasi</translation>
    </message>
    <message>
        <source>{n} active task</source>
        <translation>{n} tugas aktif</translation>
    </message>
    <message>
        <source>{n} active tasks</source>
        <translation>{n} tugas aktif</translation>
    </message>
    <message>
        <source>median {span}</source>
        <translation>median {span}</translation>
    </message>
    <message>
        <source>the only one free</source>
        <translation>satu-satunya yang bebas</translation>
    </message>
</context>
<context>
    <name>tables</name>
    <message>
        <source>Response per squad</source>
        <translation>Tanggapan per pasukan</translation>
    </message>
    <message>
        <source>Squad</source>
        <translation>Pasukan</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Aktif</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Lewat</translation>
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
        <translation>Tepat waktu</translation>
    </message>
    <message>
        <source>waiting, late</source>
        <translation>menunggu, lewat tenggat</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>masih menunggu</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>ditanggapi</translation>
    </message>
    <message>
        <source>Points of today</source>
        <translation>Titik hari ini</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Laporan</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Keadaan</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Waktu</translation>
    </message>
    <message>
        <source>Flow today</source>
        <translation>Arus hari ini</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>Jam</translation>
    </message>
    <message>
        <source>Received so far</source>
        <translation>Masuk hingga saat itu</translation>
    </message>
    <message>
        <source>Answered of them</source>
        <translation>Ditanggapi di antaranya</translation>
    </message>
    <message>
        <source>Usual on this weekday</source>
        <translation>Biasanya pada hari ini</translation>
    </message>
    <message>
        <source>Place not known</source>
        <translation>Tempat tidak diketahui</translation>
    </message>
    <message>
        <source>Open per kecamatan</source>
        <translation>Aktif per kecamatan</translation>
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
        <translation>1 hari kerja</translation>
    </message>
    <message>
        <source>{n} working days</source>
        <translation>{n} hari kerja</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>New</source>
        <translation>Baru</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>Antre</translation>
    </message>
    <message>
        <source>Assigned</source>
        <translation>Ditugaskan</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Disanggupi</translation>
    </message>
    <message>
        <source>On scene</source>
        <translation>Di lapangan</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Menunggu</translation>
    </message>
    <message>
        <source>To be verified</source>
        <translation>Menunggu verifikasi</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Ditutup</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Selesai</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Ganda</translation>
    </message>
    <message>
        <source>Unfounded</source>
        <translation>Tidak terbukti</translation>
    </message>
    <message>
        <source>Not ours</source>
        <translation>Bukan kewenangan</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Dibatalkan</translation>
    </message>
    <message>
        <source>Waiting for the citizen</source>
        <translation>Menunggu warga</translation>
    </message>
    <message>
        <source>Waiting for another agency</source>
        <translation>Menunggu instansi lain</translation>
    </message>
    <message>
        <source>Waiting for material or budget</source>
        <translation>Menunggu bahan atau anggaran</translation>
    </message>
    <message>
        <source>Waiting until it is safe</source>
        <translation>Menunggu keadaan aman</translation>
    </message>
    <message>
        <source>Waiting for permission to enter</source>
        <translation>Menunggu izin masuk</translation>
    </message>
    <message>
        <source>other</source>
        <translation>lainnya</translation>
    </message>
    <message>
        <source>too little evidence</source>
        <translation>bukti kurang</translation>
    </message>
    <message>
        <source>not solved yet</source>
        <translation>belum beres</translation>
    </message>
    <message>
        <source>wrong place</source>
        <translation>salah lokasi</translation>
    </message>
    <message>
        <source>new facts</source>
        <translation>fakta baru</translation>
    </message>
    <message>
        <source>wrong at intake</source>
        <translation>keliru saat masuk</translation>
    </message>
    <message>
        <source>wrong squad</source>
        <translation>salah pasukan</translation>
    </message>
    <message>
        <source>wrong member</source>
        <translation>salah anggota</translation>
    </message>
    <message>
        <source>too much work</source>
        <translation>beban berlebih</translation>
    </message>
    <message>
        <source>off duty</source>
        <translation>di luar jam tugas</translation>
    </message>
    <message>
        <source>somebody is nearer</source>
        <translation>ada yang lebih dekat</translation>
    </message>
    <message>
        <source>does not answer</source>
        <translation>tidak menjawab</translation>
    </message>
    <message>
        <source>member replaced</source>
        <translation>anggota diganti</translation>
    </message>
    <message>
        <source>not the squad's task</source>
        <translation>bukan tugas pasukan</translation>
    </message>
    <message>
        <source>no way in</source>
        <translation>tidak bisa masuk</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>lewat tenggat</translation>
    </message>
    <message>
        <source>dangerous</source>
        <translation>membahayakan</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>tidak ada jawaban</translation>
    </message>
    <message>
        <source>several agencies</source>
        <translation>lintas OPD</translation>
    </message>
    <message>
        <source>in the media</source>
        <translation>sorotan media</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>otomatis</translation>
    </message>
    <message>
        <source>done</source>
        <translation>selesai</translation>
    </message>
    <message>
        <source>duplicate</source>
        <translation>ganda</translation>
    </message>
    <message>
        <source>withdrawn by the citizen</source>
        <translation>dicabut warga</translation>
    </message>
    <message>
        <source>no problem found</source>
        <translation>masalah tidak ditemukan</translation>
    </message>
    <message>
        <source>another agency's task</source>
        <translation>kewenangan instansi lain</translation>
    </message>
    <message>
        <source>test</source>
        <translation>uji coba</translation>
    </message>
    <message>
        <source>not solved, says the citizen</source>
        <translation>belum beres kata warga</translation>
    </message>
    <message>
        <source>the problem is back</source>
        <translation>masalah muncul lagi</translation>
    </message>
    <message>
        <source>closed by mistake</source>
        <translation>keliru ditutup</translation>
    </message>
    <message>
        <source>waiting for the citizen</source>
        <translation>menunggu warga</translation>
    </message>
    <message>
        <source>waiting for another agency</source>
        <translation>menunggu instansi lain</translation>
    </message>
    <message>
        <source>waiting for material or budget</source>
        <translation>menunggu bahan atau anggaran</translation>
    </message>
    <message>
        <source>waiting until it is safe</source>
        <translation>menunggu keadaan aman</translation>
    </message>
    <message>
        <source>waiting for permission to enter</source>
        <translation>menunggu izin masuk</translation>
    </message>
    <message>
        <source>asked to</source>
        <translation>diminta</translation>
    </message>
    <message>
        <source>urgent</source>
        <translation>mendesak</translation>
    </message>
    <message>
        <source>away</source>
        <translation>tidak di tempat</translation>
    </message>
    <message>
        <source>end of shift</source>
        <translation>akhir piket</translation>
    </message>
    <message>
        <source>in hand already</source>
        <translation>sedang ditangani</translation>
    </message>
    <message>
        <source>known</source>
        <translation>sudah diketahui</translation>
    </message>
    <message>
        <source>an answer is awaited</source>
        <translation>menunggu jawaban</translation>
    </message>
    <message>
        <source>New report</source>
        <translation>Laporan baru</translation>
    </message>
    <message>
        <source>Take in</source>
        <translation>Terima</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Tugaskan</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Pindahkan</translation>
    </message>
    <message>
        <source>Record acceptance</source>
        <translation>Catat sanggup</translation>
    </message>
    <message>
        <source>Record arrival</source>
        <translation>Catat tiba</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Jeda</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Lanjutkan</translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation>Tuntas</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Verifikasi</translation>
    </message>
    <message>
        <source>Refuse result</source>
        <translation>Tolak hasil</translation>
    </message>
    <message>
        <source>Hand back</source>
        <translation>Kembalikan</translation>
    </message>
    <message>
        <source>Escalate</source>
        <translation>Eskalasi</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Setujui</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Tolak usul</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Buka kembali</translation>
    </message>
    <message>
        <source>Change priority</source>
        <translation>Ubah prioritas</translation>
    </message>
    <message>
        <source>Change label</source>
        <translation>Ubah label</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Gabung</translation>
    </message>
    <message>
        <source>Separate</source>
        <translation>Pisahkan</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Balas</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Pegang</translation>
    </message>
    <message>
        <source>Let go</source>
        <translation>Lepas</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Urungkan</translation>
    </message>
    <message>
        <source>Begin duty</source>
        <translation>Mulai bertugas</translation>
    </message>
    <message>
        <source>End duty</source>
        <translation>Selesai bertugas</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Sudah dilihat</translation>
    </message>
    <message>
        <source>Put aside</source>
        <translation>Tangguhkan</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Operator</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>Penyelia</translation>
    </message>
    <message>
        <source>Regent</source>
        <translation>Bupati</translation>
    </message>
    <message>
        <source>Wall screen</source>
        <translation>Layar dinding</translation>
    </message>
    <message>
        <source>Shadow access</source>
        <translation>Akses Bayangan</translation>
    </message>
    <message>
        <source>Inspectorate</source>
        <translation>Inspektorat</translation>
    </message>
    <message>
        <source>Intake</source>
        <translation>Penerima laporan</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>Pink</translation>
    </message>
    <message>
        <source>White</source>
        <translation>Putih</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Oranye</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Biru</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>Kuning</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Merah</translation>
    </message>
    <message>
        <source>Shadow</source>
        <translation>Bayangan</translation>
    </message>
    <message>
        <source>Social</source>
        <translation>Sosial</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Kesehatan</translation>
    </message>
    <message>
        <source>Infrastructure</source>
        <translation>Infrastruktur</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>Keamanan</translation>
    </message>
    <message>
        <source>Cleanliness</source>
        <translation>Kebersihan</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Kependudukan</translation>
    </message>
    <message>
        <source>Oversight</source>
        <translation>Pengawasan</translation>
    </message>
    <message>
        <source>Pink, social matters</source>
        <translation>Pink, sosial</translation>
    </message>
    <message>
        <source>White, health</source>
        <translation>Putih, kesehatan</translation>
    </message>
    <message>
        <source>Orange, infrastructure and disasters</source>
        <translation>Oranye, infrastruktur dan bencana</translation>
    </message>
    <message>
        <source>Blue, security and public order</source>
        <translation>Biru, keamanan dan ketertiban</translation>
    </message>
    <message>
        <source>Yellow, cleanliness</source>
        <translation>Kuning, kebersihan</translation>
    </message>
    <message>
        <source>Red, population documents and licences</source>
        <translation>Merah, kependudukan dan perizinan</translation>
    </message>
    <message>
        <source>Shadow, oversight</source>
        <translation>Bayangan, pengawasan</translation>
    </message>
    <message>
        <source>app</source>
        <translation>aplikasi</translation>
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
        <translation>loket</translation>
    </message>
    <message>
        <source>telephone</source>
        <translation>telepon</translation>
    </message>
    <message>
        <source>radio</source>
        <translation>radio</translation>
    </message>
    <message>
        <source>told in the field</source>
        <translation>lisan di lapangan</translation>
    </message>
    <message>
        <source>WhatsApp</source>
        <translation>WhatsApp</translation>
    </message>
    <message>
        <source>in person</source>
        <translation>tatap muka</translation>
    </message>
    <message>
        <source>photo</source>
        <translation>foto</translation>
    </message>
    <message>
        <source>document</source>
        <translation>dokumen</translation>
    </message>
    <message>
        <source>visit note</source>
        <translation>catatan kunjungan</translation>
    </message>
    <message>
        <source>by the member</source>
        <translation>oleh anggota</translation>
    </message>
    <message>
        <source>recorded by the operator</source>
        <translation>dicatat operator</translation>
    </message>
    <message>
        <source>sent with the data</source>
        <translation>data kiriman</translation>
    </message>
    <message>
        <source>P1, emergency</source>
        <translation>P1, darurat</translation>
    </message>
    <message>
        <source>P2, urgent</source>
        <translation>P2, segera</translation>
    </message>
    <message>
        <source>P3, ordinary</source>
        <translation>P3, biasa</translation>
    </message>
    <message>
        <source>time to take in</source>
        <translation>waktu terima</translation>
    </message>
    <message>
        <source>time to assignment</source>
        <translation>penugasan</translation>
    </message>
    <message>
        <source>time to first action</source>
        <translation>waktu tanggap</translation>
    </message>
    <message>
        <source>time to resolution</source>
        <translation>penyelesaian</translation>
    </message>
    <message>
        <source>how long citizens wait</source>
        <translation>lama warga menunggu</translation>
    </message>
    <message>
        <source>time to reply</source>
        <translation>waktu balas</translation>
    </message>
    <message>
        <source>supervisor</source>
        <translation>penyelia</translation>
    </message>
    <message>
        <source>head of the agency</source>
        <translation>kepala OPD</translation>
    </message>
    <message>
        <source>Not assigned yet</source>
        <translation>Belum ditugaskan</translation>
    </message>
    <message>
        <source>My tasks</source>
        <translation>Tugas saya</translation>
    </message>
    <message>
        <source>Likely duplicates</source>
        <translation>Dugaan ganda</translation>
    </message>
    <message>
        <source>{state}, closing proposed</source>
        <translation>{state}, usul tutup</translation>
    </message>
    <message>
        <source>{state}, pause proposed</source>
        <translation>{state}, usul jeda</translation>
    </message>
    <message>
        <source>New again</source>
        <translation>Baru lagi</translation>
    </message>
    <message>
        <source>Being worked on</source>
        <translation>Dikerjakan</translation>
    </message>
    <message>
        <source>Record start</source>
        <translation>Mulai dikerjakan</translation>
    </message>
    <message>
        <source>No squad yet</source>
        <translation>Belum ada pasukan</translation>
    </message>
</context>
</TS>
