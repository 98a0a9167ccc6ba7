# Japanese.

language-name = 日本語

## The frame

settings-title = アカウント設定
title-saved = 保存しました – { $title }
title-error = エラー – { $title }
skip-to-content = 本文へ移動
account-pages = アカウント
language = 言語
theme = 外観
theme-system = デバイスに合わせる
theme-light = ライト
theme-dark = ダーク
choice-keeps = 入力した内容は、パスワードとコードを除いて残ります。
back-to-application = アプリに戻る
footer = このサービスについて

## Sections: heading, purpose, state

group-profile = プロフィール
group-profile-lead = お名前や連絡先などの情報です。
group-password = パスワード
group-password-lead = ログインに使う新しいパスワードを設定します。
group-oidc = 連携アカウント
group-oidc-lead = ほかのサービスのアカウントでログインできます。
group-saml = 組織アカウントでのログイン
group-saml-lead = 所属する会社や組織のアカウントでログインできます。
group-passkey = パスキー
group-passkey-lead = 指紋認証、顔認証、または画面ロックを使ってログインできます。
group-webauthn = セキュリティキー
group-webauthn-lead = ログイン時に本人であることを証明する小型のデバイスです。
group-totp = 認証アプリ
group-totp-lead = スマートフォンのアプリに表示されるコードを、ログイン時に入力します。
group-lookup_secret = バックアップコード
group-lookup_secret-lead = スマートフォンやキーをなくしたときにログインするためのコードです。各コードは1回だけ使えます。
group-code = ワンタイムコード
group-code-lead = ログイン時に届くコードです。
group-link = ログイン用リンク
group-link-lead = ログイン時に届くリンクです。
group-identifier_first = ログイン名
group-captcha = ロボットではないことの確認

state-on = オン
state-off = オフ
state-linked = { $count ->
    [0] 一覧にありません
   *[other] 連携中：{ $count }
}
state-passkeys = { $count ->
    [0] 未登録
   *[other] パスキー{ $count }個
}
state-keys = { $count ->
    [0] 未登録
   *[other] セキュリティキー{ $count }個
}
state-codes = { $count ->
   *[other] バックアップコード{ $count }個
}
state-codes-used = { $count ->
   *[other] バックアップコード{ $count }個
}（{ $used }個使用済み、最終使用：{ $when }）

overview-title = アカウントの概要
overview-sign-in-name = { $name }としてログインします
overview-ways = ログイン方法
overview-protection = 追加の保護
overview-password = 設定または変更
overview-not-set = 未設定
overview-codes-left = 残り{ $count }個
codes-few = バックアップコードは残り{ $count }個です。
codes-none-left = バックアップコードが残っていません。
codes-renew = 新しく作成
codes-lacking = スマートフォンやキーをなくしたとき、バックアップコードがあればログインできます。まだ作成されていません。
second-suggested = 2つ目の確認方法を追加すると、より安全になります。パスワードが盗まれても、それだけではログインできません。
second-add = 追加

## Fields

list-item = { $list } { $number }
list-spare = { $list }に追加
list-separator = 、
time-zone = タイムゾーン：{ $offset }
optional-nothing = 選択しない
show-password = 表示
hide-password = 非表示
caps-lock = Caps Lockがオンになっています。
errors-title = { $count ->
   *[other] 次の{ $count }件を修正してください。
}
address-unverified = { $address }はまだ確認されていません。
address-verify = 今すぐ確認する

required-mark = * の付いた項目は必須です。
password-rules = 長いパスワードほど強くなります。たとえば、関連のない単語をいくつか並べます。他で使っていないものにしてください。
password-shortest = { $count }文字以上にしてください。
strength = パスワードの強さ
strength-0 = とても弱いです。
strength-1 = 弱いです。
strength-2 = もう少し強くできます。
strength-3 = 強いです。
strength-4 = とても強いです。
strength-known = このようなパスワードは真っ先に試されます。
strength-pattern = 推測されやすい並びになっています。
strength-own = 名前やアドレスなど、ご自身に関わる言葉が含まれています。

## Buttons and what they do

working = 処理中…
cancel = キャンセル
copy = コピー
copied = コピーしました
download = ダウンロード
print = 印刷
copy-selected = ここでは自動でコピーできません。テキストを選択したので、手動でコピーしてください。
open-in-app = このデバイスの認証アプリで開く
codes-file = recovery-codes-{ $host }.txt
codes-account = アカウント：{ $account }
codes-site = ウェブサイト：{ $site }
codes-day = 日付：{ $day }
codes-make = バックアップコードを作成
code-spent = 使用済み
codes-not-saved = これらのコードはまだ使えません。安全な場所に保管できたら、下のボタンを押してください。
codes-keep = 印刷するか、パスワードと同じ場所に保管してください。コードを手に入れた人は誰でもアカウントにログインできてしまいます。
oidc-missing = 表示されていないアカウントがありますか？
oidc-last = 唯一のログイン方法になっているアカウントは連携を解除できないため、ここには表示されません。
password-done = 以前のパスワードを他の人に知られた可能性がある場合は、他のセッションも終了してください。

added = { $when }に追加
unlink-consequence = { $thing }ではログインできなくなります。
remove-consequence = 「{ $thing }」ではログインできなくなります。
remove-last = 最後のログイン方法のため、削除できません。
totp-unlink-consequence = ログイン時に認証アプリのコードを求められなくなります。
lookup-disable-consequence = お持ちのバックアップコードはすべて使えなくなります。
lookup-regenerate-consequence = 新しいコードを確定すると、現在のコードは使えなくなります。
thing-remove = 削除
thing-unlink = 連携を解除
passkey-unnamed = 名前のないパスキー
key-unnamed = 名前のないセキュリティキー
remove-question = 「{ $thing }」を削除しますか？
unlink-question = { $thing }との連携を解除しますか？
totp-unlink-question = 認証アプリをオフにしますか？
lookup-disable-question = バックアップコードをオフにしますか？
lookup-regenerate-question = 新しいバックアップコードを作成しますか？

script-needed = この操作にはJavaScriptが必要ですが、お使いのブラウザで無効になっています。
ceremony-failed = うまくいきませんでした。何も変更されていないので、もう一度お試しいただけます。
ceremony-failed-login = うまくいきませんでした。もう一度試すか、別の方法でログインしてください。
ceremony-failed-registration = うまくいかず、アカウントは作成されませんでした。もう一度試すか、別の方法を選んでください。
ceremony-known = このキーまたはデバイスは、すでにアカウントに追加されています。
ceremony-insecure = セキュリティキーとパスキーには安全な接続（httpsで始まるアドレス）が必要です。
ceremony-unsupported = このブラウザはセキュリティキーとパスキーに対応していません。

## Sessions, signing out, your data

sessions-title = ログイン中のデバイス
sessions-lead = アカウントを使えるすべてのブラウザとアプリを確認し、セッションを終了できます。
sessions-this = このデバイス
sessions-none = ほかにログイン中のデバイスはありません。
sessions-unknown = 不明なデバイス
sessions-device = { $system }の{ $browser }
sessions-since = { $when }にログイン
sessions-until = { $when }までログイン状態を保持
sessions-two-factors = 2要素認証
sessions-end = ログアウト
sessions-end-others = 他のデバイスからすべてログアウト
sessions-end-question = { $device }からログアウトしますか？
sessions-end-others-question = 他のデバイスからすべてログアウトしますか？
sessions-end-consequence = そのデバイスでは、もう一度ログインする必要があります。
sessions-end-others-consequence = このデバイス以外では、もう一度ログインする必要があります。
sessions-ended = セッションを終了しました。
sign-out = ログアウト
export = データをダウンロード
group-code_recovery = アカウントの復旧
group-link_recovery = アカウントの復旧

delete-title = アカウントを削除
delete-lead = この操作は取り消せません。
delete-data = 登録情報、設定、すべてのログイン方法が完全に削除されます。
delete-back = 元に戻すことは誰にもできません。ログイン名はほかの人が使えるようになります。
delete-consent = アカウントを元に戻せないことを理解しました。
delete-button = アカウントを削除する
delete-done-title = アカウントを削除しました
delete-done = 登録情報とログイン方法は削除され、すべてのデバイスからログアウトしました。
deactivate-title = アカウントを無効化
deactivate-lead = アカウントは使えなくなります。データは削除されません。
deactivate-data = ご本人を含め、誰もログインできなくなります。
deactivate-back = もう一度有効にできるのは、このサービスの管理者だけです。
deactivate-consent = 自分ではアカウントを再び有効にできないことを理解しました。
deactivate-button = アカウントを無効にする
deactivate-done-title = アカウントを無効にしました
deactivate-done = すべてのデバイスからログアウトしました。もう一度使うには、このサービスの管理者にお問い合わせください。
deletion-sessions = すべてのデバイスからログアウトします。
deletion-applications = このアカウントでアプリにログインできなくなります。アプリに保存されている情報は、アプリ側に残ります。
deletion-export = 先にデータのコピーを保存しておくことをお勧めします：
deletion-keep = アカウントを残す
deletion-unticked = よろしければ、先にチェックを入れてください。何も変更されていません。

## On the way

moving-on-title = 少々お待ちください
moving-on = 次のページに移動しています。
moving-on-link = 続ける
enter-again-title = もう一度ログインしてください
enter-again = アカウントを保護するため、この変更はログインした直後にのみ行えます。変更は保存されていません。もう一度ログインしてから、再度入力してください。

## Problems: heading and what to do

try-again = もう一度試す
back-to-form = フォームに戻る
to-settings = アカウント設定へ移動
sign-in-again = もう一度ログインする
start-again = 最初からやり直す
confirm-address = 連絡先を確認する
request-id = お問い合わせの際は、次の番号をお伝えください：{ $id }

problem-not-found-title = ページが見つかりません
problem-not-found = アドレスが間違っているか、ページが移動した可能性があります。
problem-return-to-title = このリンクの戻り先は許可されていません
problem-return-to = 終了後に別のサイトへ移動する予定でしたが、そのサイトは許可されたサイトの一覧にありません。このまま続けられますが、そのサイトには移動しません。
problem-link-title = このリンクは使えません
problem-link = リンクに、ここでは許可されていない内容が含まれています。リンクが途中で切れているか、古い可能性があります。リンクを使わずに最初からやり直せます。
problem-not-offered-title = ここでは提供されていません
problem-not-offered = このサービスの管理者が、このページを無効にしています。
problem-switched-off-title = このアカウントは無効になっています
problem-switched-off = 現在は使用できません。間違いだと思われる場合は、このサービスの管理者にお問い合わせください。
problem-form-title = フォームを受け付けられませんでした
problem-form = 何も変更されていません。ページを長時間開いたままにしていた場合、別の場所でログインし直した場合、またはブラウザがCookieを拒否している場合に起こります。
problem-forbidden-title = この操作は許可されていません
problem-forbidden = 何も変更されていません。
problem-busy-title = リクエストが多すぎます
problem-busy = しばらく待ってから、もう一度お試しください。
problem-slow-title = 応答に時間がかかっています
problem-slow = アカウントサービスが現在応答していません。1分ほど待ってから、もう一度お試しください。
problem-unavailable-title = アカウントサービスに接続できません
problem-unavailable = 操作の誤りではありません。何も変更されていません。1分ほど待ってから、もう一度お試しください。
problem-loop-title = ログインがうまくいきません
problem-loop = ログインは済んでいますが、このページで確認できません。ブラウザがCookieをブロックしている可能性があります。このサイトのCookieを許可するか、保存済みのCookieを削除してから、もう一度ログインしてください。それでも解決しない場合は、このサービスの管理者にご連絡ください。
problem-no-cookies-title = ブラウザにCookieが保存されません
problem-no-cookies = このページはCookieがないと使えません。ブラウザの設定でこのサイトのCookieを許可してから、もう一度やり直してください。
problem-foreign-title = 別のサイトから送信されたフォームです
problem-foreign = 何も変更されていません。誰かから送られてきたリンクを開いてこのページに来た場合、そのリンクは信用しないでください。
problem-not-a-form-title = このページのフォームではありません
problem-not-a-form = 何も変更されていません。
problem-too-large-title = 入力内容が長すぎます
problem-too-large = 何も変更されていません。入力内容を短くしてください。
problem-upload-slow-title = フォームが届きませんでした
problem-upload-slow = 何も変更されていません。接続が遅いか、途切れている可能性があります。もう一度フォームを送信してください。
problem-not-saved-title = 保存されませんでした
problem-not-saved = 現在、アカウントサービスに接続できません。ブラウザの「戻る」で前のページに戻ると入力内容を残せます。1分ほど待ってから、もう一度送信してください。
problem-maybe-saved-title = 保存されていない可能性があります
problem-maybe-saved = アカウントサービスは送信内容を受け取りましたが、応答がありませんでした。もう一度試す前に、前のページに戻って結果を確認してください。
problem-left-already-title = ログアウトしています
problem-left-already = これ以上の処理は行われていません。ボタンを2回押した場合は、1回目で完了しています。そうでない場合は、もう一度ログインして最初からやり直してください。
problem-still-there-title = アカウントはまだあります
problem-still-there = 現在、アカウントサービスで処理できず、何も変更されていません。1分ほど待ってから、もう一度お試しください。
problem-still-there-revoked-title = アカウントはまだあります
problem-still-there-revoked = 現在、アカウントサービスで処理できませんでした。アカウントとデータは変更されていませんが、連携しているアプリがもう一度許可を求めることがあります。1分ほど待ってから、もう一度お試しください。
problem-maybe-gone-title = 完了したかどうか確認できません
problem-maybe-gone = アカウントサービスは依頼を受け取りましたが、応答がありませんでした。ログインして確認してください。ログインできれば、アカウントはまだあります。
problem-method-title = このページはその方法では使えません
problem-method = 前のページに戻り、ページ内のリンクやボタンを使ってください。
problem-internal-title = 問題が発生しました
problem-internal = 操作の誤りではありません。もう一度お試しください。
problem-sign-in-first-title = 先にログインしてください
problem-sign-in-first = この操作はログイン中にのみ行えます。ログインした直後にのみ行える場合もあります。
problem-other-identity-title = 別の人がログインしています
problem-other-identity = このページは、現在ログインしているアカウントとは別のアカウントで開かれたものです。何も変更されていません。使いたいアカウントで、もう一度ログインしてください。
problem-unverified-title = 先に連絡先を確認してください
problem-unverified = 連絡先の確認が終わると、ログインできます。コードまたはリンクの記載されたメッセージを探すか、もう一度送信してください。
problem-outdated-title = このページまたはリンクは使えなくなりました
problem-outdated = すでに使用済みか、時間が経ちすぎています。最初からやり直してください。
problem-provider-title = うまくいきませんでした
problem-provider = ほかのサービスのアカウントでのログインが完了しませんでした。時間がかかりすぎた場合、2つのタブで同時にログインした場合、またはブラウザがCookieを拒否している場合に起こります。もう一度お試しください。
problem-application-title = アプリからのログインができませんでした
problem-application = アプリからこのページへの移動に問題がありました。アプリに戻って、もう一度お試しください。それでも解決しない場合は、アプリの管理者にご連絡ください。
problem-elsewhere-title = 問題が発生しました
problem-elsewhere = 操作の誤りではありません。1分ほど待ってから、もう一度お試しください。繰り返し発生する場合は、このサービスの管理者にご連絡ください。

## Kratos’ messages, by id, with the values of their context

kratos-1010001 = ログイン
kratos-1010002 = { $provider }で続ける
kratos-1010003 = 続けるには、ご本人であることを確認してください。
kratos-1010004 = もう1つの方法で、ご本人であることを確認してください。
kratos-1010005 = 確認
kratos-1010006 = アプリに表示されるコード
kratos-1010007 = バックアップコード
kratos-1010008 = セキュリティキーでログイン
kratos-1010009 = 認証アプリを使う
kratos-1010010 = バックアップコードを使う
kratos-1010011 = セキュリティキーでログイン
kratos-1010012 = ボタンを押してから、セキュリティキー、指紋認証、または顔認証を使ってください。
kratos-1010013 = 続ける
kratos-1010014 = コードを送信しました。数分待っても届かない場合は、迷惑メールフォルダを確認するか、もう一度送信してください。
kratos-1010015 = ログイン用コードを送信
kratos-1010016 = { $duplicate_identifier }は、すでにこのサービスのアカウントで使われています。{ $provider }をログイン方法として追加するには、そのアカウントにログインしてください。
kratos-1010017 = ログインして連携
kratos-1010018 = { $provider }で確認
kratos-1010019 = コードを送信
kratos-1010021 = パスキーでログイン
kratos-1010022 = パスワードでログイン
kratos-1010023 = { $address }にコードを送信
kratos-1010024 = このデバイスでログイン
kratos-1010025 = コードを送信しました。数分待っても届かない場合は、迷惑メールフォルダを確認するか、もう一度送信してください。
kratos-1040001 = 登録
kratos-1040002 = { $provider }で続ける
kratos-1040003 = 続ける
kratos-1040004 = セキュリティキーで登録
kratos-1040005 = 入力された宛先にコードを送信しました。数分待っても届かない場合は、迷惑メールフォルダと、宛先に入力ミスがないかを確認してください。
kratos-1040006 = 登録用コードを送信
kratos-1040007 = パスキーで登録
kratos-1040008 = 戻る
kratos-1040009 = 今後のログイン方法を選んでください。
kratos-1050001 = 変更を保存しました。
kratos-1050001-profile = プロフィールを保存しました。
kratos-1050001-password = 新しいパスワードを設定しました。
kratos-1050001-totp-on = 認証アプリをオンにしました。
kratos-1050001-totp-off = 認証アプリをオフにしました。
kratos-1050001-passkey-added = パスキーを追加しました。
kratos-1050001-passkey-removed = パスキーを削除しました。
kratos-1050001-webauthn-added = セキュリティキーを追加しました。
kratos-1050001-webauthn-removed = セキュリティキーを削除しました。
kratos-1050001-lookup_secret-on = バックアップコードが使えるようになりました。
kratos-1050001-lookup_secret-off = バックアップコードをオフにしました。これまでのコードは使えません。
kratos-1050001-oidc-linked = { $provider }を連携しました。{ $provider }でログインできます。
kratos-1050001-oidc-unlinked = { $provider }の連携を解除しました。
kratos-1050002 = { $provider }と連携
kratos-1050003 = { $provider }との連携を解除
kratos-1050004 = 認証アプリをオフにする
kratos-1050005 = 認証アプリ用のQRコード
kratos-1050006 = { $secret }
kratos-1050007 = バックアップコードを表示
kratos-1050008 = 新しいバックアップコードを作成
kratos-1050009 = { $secret }
kratos-1050010 = バックアップコードです。
kratos-1050011 = コードを保管しました
kratos-1050012 = セキュリティキーを追加
kratos-1050013 = セキュリティキーの名前
kratos-1050014 = { $used_at }に使用
kratos-1050016 = バックアップコードをオフにする
kratos-1050017 = 画像を読み取れない場合は、このキーをアプリに入力してください。
kratos-1050018 = セキュリティキー「{ $display_name }」を削除
kratos-1050019 = パスキーを追加
kratos-1050020 = パスキー「{ $display_name }」を削除
kratos-1050023 = このアカウントは所属組織が管理しています。これらの設定を変更するには、管理者にお問い合わせください。
kratos-1060001 = アカウントを再び使えるようになりました。{ $privileged_session_expires_at }までに、パスワードを変更するか、別のログイン方法を追加してください。
kratos-1060002 = この連絡先がアカウントに登録されていれば、リンクが届きます。数分待っても届かない場合は、迷惑メールフォルダと、登録時の連絡先かどうかを確認してください。
kratos-1060003 = この連絡先がアカウントに登録されていれば、コードが届きます。数分待っても届かない場合は、迷惑メールフォルダと、登録時の連絡先かどうかを確認してください。
kratos-1060004 = { $masked_address }がアカウントに登録されていれば、コードが届きます。数分待っても届かない場合は、迷惑メールフォルダと、登録時の連絡先かどうかを確認してください。
kratos-1060005 = ご本人のアカウントであることを確認するため、メールアドレスまたは電話番号を省略せずに入力してください。
kratos-1060006 = コードの送信先を選んでください。
kratos-1060007 = 戻る
kratos-1070001 = パスワード
kratos-1070003 = 保存
kratos-1070003-profile = プロフィールを保存
kratos-1070003-password = 新しいパスワードを設定
kratos-1070003-totp = 認証アプリをオンにする
kratos-1070004 = ログイン名
kratos-1070005 = 送信
kratos-1070006 = アプリに表示されるコード
kratos-1070007 = メールアドレス
kratos-1070008 = コードを再送信
kratos-1070009 = 続ける
kratos-1070009-login-code-sent_email = ログイン
kratos-1070009-registration-code-sent_email = アカウントを作成
kratos-1070009-recovery-code-choose_method = コードを送信
kratos-1070009-recovery-link-choose_method = リンクを送信
kratos-1070009-recovery-code-sent_email = コードを確認
kratos-1070009-recovery-code-recovery_awaiting_code = コードを確認
kratos-1070009-recovery-code-recovery_confirming_address = コードを送信
kratos-1070009-recovery-link-sent_email = リンクを再送信
kratos-1070009-verification-code-choose_method = コードを送信
kratos-1070009-verification-link-choose_method = リンクを送信
kratos-1070009-verification-code-sent_email = アドレスを確認
kratos-1070009-verification-link-sent_email = リンクを再送信
kratos-1070010 = 復旧コード
kratos-1070011 = 確認コード
kratos-1070012 = 登録用コード
kratos-1070013 = ログイン用コード
kratos-1070014 = ログインして連携
kratos-1070015 = 続けるには、確認を完了してください。
kratos-1070016 = アカウント復旧用の連絡先
kratos-1070017 = 電話番号
kratos-1070018 = メールアドレスまたは電話番号
kratos-1080001 = この連絡先がまだ確認されていなければ、リンクが届きます。数分待っても届かない場合は、迷惑メールフォルダと、入力ミスがないかを確認してください。
kratos-1080002 = 確認が完了しました。ありがとうございます。
kratos-1080003 = この連絡先がまだ確認されていなければ、コードが届きます。数分待っても届かない場合は、迷惑メールフォルダと、入力ミスがないかを確認してください。
kratos-1080004 = この電話番号がまだ確認されていなければ、コードがSMSで届きます。数分待っても届かない場合は、番号に入力ミスがないかを確認してください。
kratos-1080005 = 電話番号を確認しました。

kratos-4000002 = 入力してください。
kratos-4000003 = { $min_length ->
   *[other] { $min_length }文字以上で入力してください。現在は{ $actual_length }文字です。
}
kratos-4000004 = 形式が正しくありません。
kratos-4000005 = このパスワードは使えません：{ $reason }
kratos-4000006 = 入力内容が正しくありません。入力ミスがないか確認してください。
kratos-4000007 = このメールアドレス、電話番号、またはログイン名は、別のアカウントですでに使われています。ほかのものを入力するか、ご自分のアカウントであればそちらにログインしてください。
kratos-4000008 = 確認できませんでした。アプリに現在表示されているコードを入力するか、キーでもう一度お試しください。
kratos-4000009 = ログイン名（メールアドレスなど）がありません。入力してください。入力欄がない場合は、このサービスの管理者にご連絡ください。
kratos-4000010 = このアカウントはまだ有効になっていません。メールアドレスの確認はお済みですか？
kratos-4000011 = 認証アプリが設定されていません。
kratos-4000012 = このバックアップコードはすでに使用済みです。
kratos-4000013 = セキュリティキーが設定されていません。
kratos-4000014 = バックアップコードが設定されていません。
kratos-4000015 = セキュリティキーまたはパスキーのあるアカウントが見つかりません。入力内容を確認するか、別の方法でログインしてください。
kratos-4000016 = バックアップコードが正しくありません。
kratos-4000017 = { $max_length ->
   *[other] { $max_length }文字以内で入力してください。現在は{ $actual_length }文字です。
}
kratos-4000018 = { $minimum }以上の値を入力してください。入力した値：{ $actual }
kratos-4000019 = { $minimum }より大きい値を入力してください。入力した値：{ $actual }
kratos-4000020 = { $maximum }以下の値を入力してください。入力した値：{ $actual }
kratos-4000021 = { $maximum }より小さい値を入力してください。入力した値：{ $actual }
kratos-4000022 = { $base }の倍数を入力してください。入力した値：{ $actual }
kratos-4000023 = { $max_items ->
   *[other] 登録できるのは{ $max_items }件までです。現在は{ $actual_items }件です。
}
kratos-4000024 = { $min_items ->
   *[other] { $min_items }件以上必要です。現在は{ $actual_items }件です。
}
kratos-4000025 = 同じ項目が2つあります。
kratos-4000026 = 値の種類が正しくありません。
kratos-4000027 = このメールアドレス、電話番号、またはログイン名のアカウントがすでにあります。まずそのアカウントにログインしてから、もう一方のアカウントと連携してください。
kratos-4000028 = このメールアドレス、電話番号、またはログイン名のアカウントがすでにあります。ご自分のアカウントであれば、そちらにログインしてください。利用できる方法：{ $available_credential_types }
kratos-4000029 = 値は「{ $expected }」でなければなりません。
kratos-4000030 = この項目は変更できません。
kratos-4000031 = パスワードがログイン名と似すぎています。
kratos-4000032 = { $min_length ->
   *[other] パスワードは{ $min_length }文字以上にしてください。現在は{ $actual_length }文字です。
}
kratos-4000033 = { $max_length ->
   *[other] パスワードは{ $max_length }文字以内にしてください。現在は{ $actual_length }文字です。
}
kratos-4000034 = このパスワードは、過去の情報漏えいで流出が確認されています。別のパスワードにしてください。
kratos-4000035 = コードでログインできるアカウントが見つかりません。入力ミスがないか確認するか、別の方法でログインしてください。
kratos-4000036 = 入力内容がコード送信時と異なります。送信時と同じ内容を入力するか、前に戻って最初からやり直してください。
kratos-4000037 = この入力内容でログインできるアカウントが見つかりません。入力ミスがないか確認してください。
kratos-4000038 = 確認できませんでした。もう一度お試しください。
kratos-4000039 = 現在とは異なるパスワードにしてください。
kratos-4000040 = 有効なメールアドレスを入力してください。
kratos-4000041 = 有効な電話番号を入力してください。
kratos-4000042 = ログインに使うデバイスが設定されていません。
kratos-4000043 = キーを確認できませんでした。もう一度お試しください。
kratos-4000044 = このデバイスを確認できませんでした。もう一度お試しください。
kratos-4000045 = このデバイスはログインに使えなくなりました。もう一度設定してください。
kratos-4000046 = このデバイスはログインに使えなくなりました。もう一度設定してください。
kratos-4010001 = ページを開いてから時間が経ちすぎました。もう一度お試しください。
kratos-4010002 = ログインに必要な内容が不足しています。フォームに入力して、もう一度お試しください。
kratos-4010003 = アカウントの作成に必要な内容が不足しています。フォームに入力して、もう一度お試しください。
kratos-4010004 = フォームの内容が不足していたため、何も変更されていません。もう一度お試しください。
kratos-4010005 = フォームの内容が不足していました。最初からやり直してください。
kratos-4010006 = フォームの内容が不足していました。最初からやり直してください。
kratos-4010007 = この操作はすでに完了しています。
kratos-4010008 = コードが間違っているか、すでに使用済みです。確認するか、新しいコードを送信してください。
kratos-4010009 = 連携するアカウントではありません。お使いのメールアドレスが登録されているアカウントにログインしてください。
kratos-4010010 = この連絡先はアカウントに登録されていません。別の連絡先を使ってください。
kratos-4010011 = このアカウントは無効になっています。このサービスの管理者にお問い合わせください。
kratos-4040001 = ページを開いてから時間が経ちすぎたため、アカウントは作成されませんでした。もう一度お試しください。
kratos-4040002 = この操作はすでに完了しています。
kratos-4040003 = コードが間違っているか、すでに使用済みです。確認するか、新しいコードを送信してください。
kratos-4050001 = ページを開いてから時間が経ちすぎたため、何も変更されていません。もう一度お試しください。
kratos-4050002 = 一度に変更できる連絡先は1件です。
kratos-4060001 = この復旧手続きはすでに完了しています。まだログインできない場合は、ここで最初からやり直してください。
kratos-4060002 = 途中で問題が発生しました。最初からやり直してください。
kratos-4060004 = リンクが間違っているか、すでに使用済みです。新しいリンクを送信してください。
kratos-4060005 = 時間が経ちすぎたため、コードやリンクは使えなくなりました。もう一度送信してください。
kratos-4060006 = コードが間違っているか、すでに使用済みです。確認するか、新しいコードを送信してください。
kratos-4070001 = リンクが間違っているか、すでに使用済みです。新しいリンクを送信してください。
kratos-4070002 = すでに確認済みです。これ以上の操作は必要ありません。
kratos-4070003 = 途中で問題が発生しました。最初からやり直してください。
kratos-4070005 = 時間が経ちすぎたため、コードやリンクは使えなくなりました。もう一度送信してください。
kratos-4070006 = コードが間違っているか、すでに使用済みです。確認するか、新しいコードを送信してください。
kratos-5000002 = 現在、ログインできる方法がありません。このサービスの管理者にご連絡ください。
kratos-5000003 = 所属組織では専用のログインが必要ですが、設定されていません。管理者にご連絡ください。

## Login, registration, recovery, verification

or = または
for-client = { $client }に進みます
flow-nothing = ここで行う操作はありません。
typed-kept = ページの有効期限が切れていたため、何も変更されていません。入力内容は、パスワードとコードを除いて残っています。確認して、もう一度送信してください。
item-gone = 「{ $list }」の項目が、別の場所で変更または削除されました。その項目への変更は反映されていません。

login-title = ログイン
# What the reference UI says too, and its suites look for.
login-second-title = あと1ステップです
login-second-nothing = このアカウントには、まだ2つ目の確認方法がありません。アカウント設定で追加するか、別のアカウントでログインしてください。
second-factor-needed = 開こうとしたページには、2つ目の確認方法が必要です。ここで追加すると、先に進めます。
login-refresh-title = ご本人であることの確認
login-code-title = コードを入力
login-link-title = アカウントの連携
login-link-lead = すでにアカウントをお持ちです。いつもの方法でログインすると、先ほど使ったアカウントがログイン方法として追加されます。
registration-title = アカウントを作成
registration-method-title = ログイン方法を選択
registration-code-title = コードを入力
registration-provider-title = 追加情報の入力
registration-provider-lead = 選んだアカウントからは、必要な情報をすべて取得できませんでした。
recovery-title = アカウントの復旧
recovery-lead = アカウントに登録した連絡先を入力してください。アカウントに戻るために必要な情報が届きます。
recovery-choice-title = 連絡先を選択
recovery-address-title = 連絡先の確認
recovery-code-title = コードを入力
recovery-link-title = 受信トレイを確認してください
verification-title = 連絡先の確認
verification-lead = 確認する連絡先を入力してください。コードまたはリンクが届きます。
verification-code-title = コードを入力
verification-link-title = 受信トレイを確認してください
verification-done-title = 完了しました

way-login = ログイン
way-registration = アカウントを作成
way-recovery = パスワードをお忘れですか？
way-not-you = ご本人ではありませんか？
way-other-name = 別のログイン名を使う

# Applications (OAuth2)

consent-title = アクセスの許可
consent-lead = { $client }があなたのアカウントの使用を求めています。
consent-scopes = 許可する内容
consent-audience = 使用先:
consent-remember = このアプリについては今後確認しない
consent-accept = 許可する
consent-reject = 許可しない
scope-openid = ご本人であることの確認
scope-profile = 名前とプロフィールの表示
scope-email = メールアドレスの表示
scope-phone = 電話番号の表示
scope-address = 住所の表示
scope-offline = ご不在の間もアクセスを続ける
scope-offline_access = ご不在の間もアクセスを続ける
application-page = アプリについて
application-policy = アプリのプライバシーポリシー
application-terms = アプリの利用規約
applications-title = 連携しているアプリ
applications-lead = アカウントを使えるアプリを確認し、アクセスを取り消せます。
applications-none = アカウントへのアクセスを許可したアプリはありません。
applications-since = { $when }に許可
applications-revoke = アクセスを取り消す
applications-revoke-question = { $client }のアクセスを取り消しますか？
applications-revoke-consequence = { $client }はアカウントを使えなくなります。アプリからもう一度許可を求められることがあります。
applications-revoked = アクセスを取り消しました。
oauth2-logout-title = ログアウトしますか？
oauth2-logout-lead = ここと、このアカウントで使っているアプリからログアウトします。
oauth2-logout-client = { $client }がログアウトを求めています。ここと、このアカウントで使っているアプリからログアウトします。
oauth2-logout-stay = ログインしたままにする
problem-request-unknown-title = このリクエストは確認できません
problem-request-unknown = どのアプリにもアクセスは許可されていません。リンクが不完全か、偽物の可能性があります。アプリに戻り、もう一度ログインしてください。
problem-request-outdated-title = このリクエストは古すぎます
problem-request-outdated = 時間内に回答がなかったため、どのアプリにもアクセスは許可されていません。アプリに戻り、もう一度ログインしてください。
problem-request-used-title = すでに回答済みです
problem-request-used = 新たに許可されたものはありません。アプリに戻るか、最初からやり直してください。
problem-request-foreign-title = このリクエストは別のアカウントのものです
problem-request-foreign = 開始時とは別のアカウントでログインしているため、何も許可されていません。もう一度ログインして、使うアカウントを選んでください。
