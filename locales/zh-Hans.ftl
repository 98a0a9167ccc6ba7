# Simplified Chinese.

language-name = 简体中文

## The frame

settings-title = 账号设置
title-saved = 已保存 – { $title }
title-error = 出错了 – { $title }
skip-to-content = 跳到主要内容
account-pages = 您的账号
language = 语言
theme = 外观
theme-system = 跟随设备
theme-light = 浅色
theme-dark = 深色
choice-keeps = 已输入的内容会保留，密码和验证码除外。
back-to-application = 返回应用
footer = 关于此服务

## Sections: heading, purpose, state

group-profile = 个人资料
group-profile-lead = 姓名、联系方式等个人信息。
group-password = 密码
group-password-lead = 设置新的登录密码。
group-oidc = 关联账号
group-oidc-lead = 使用其他平台的账号登录。
group-saml = 企业登录
group-saml-lead = 使用所在单位的账号登录。
group-passkey = 通行密钥
group-passkey-lead = 使用指纹、面容或屏幕锁定方式登录。
group-webauthn = 安全密钥
group-webauthn-lead = 一种小型设备，用于在登录时证明是本人操作。
group-totp = 身份验证器应用
group-totp-lead = 登录时，输入手机应用上显示的验证码。
group-lookup_secret = 备用验证码
group-lookup_secret-lead = 手机或密钥丢失时，可以用备用验证码登录。每个验证码只能使用一次。
group-code = 一次性验证码
group-code-lead = 登录时收到的验证码。
group-link = 登录链接
group-link-lead = 登录时收到的链接。
group-identifier_first = 登录名
group-captcha = 人机验证

state-on = 已开启
state-off = 已关闭
state-linked = { $count ->
    [0] 列表为空
   *[other] 已关联：{ $count }
}
state-passkeys = { $count ->
    [0] 尚未添加
   *[other] { $count } 个通行密钥
}
state-keys = { $count ->
    [0] 尚未添加
   *[other] { $count } 个安全密钥
}
state-codes = { $count ->
   *[other] { $count } 个备用验证码
}
state-codes-used = { $count ->
   *[other] { $count } 个备用验证码
}，已使用 { $used } 个，最近一次使用：{ $when }

overview-title = 账号概览
overview-sign-in-name = 登录名：{ $name }
overview-ways = 登录方式
overview-protection = 额外保护
overview-password = 设置或更改
overview-not-set = 未设置
overview-codes-left = 剩余 { $count } 个
codes-few = 备用验证码只剩 { $count } 个。
codes-none-left = 备用验证码已用完。
codes-renew = 生成新的备用验证码
codes-lacking = 手机或密钥丢失时，可以用备用验证码登录。目前还没有备用验证码。
second-suggested = 添加第二种验证方式后，登录会更安全：仅凭盗来的密码无法登录。
second-add = 添加

## Fields

list-item = { $list } { $number }
list-spare = 添加到“{ $list }”
list-separator = 、
time-zone = 时区：{ $offset }
optional-nothing = 不选择
show-password = 显示
hide-password = 隐藏
caps-lock = 大写锁定已开启。
errors-title = { $count ->
   *[other] 请更正以下 { $count } 处：
}
address-unverified = { $address } 尚未验证。
address-verify = 立即验证

required-mark = 带 * 的字段必须填写。
password-rules = 密码越长越安全，例如几个互不相关的词。请使用从未在别处用过的密码。
password-shortest = 至少 { $count } 个字符。
strength = 密码强度
strength-0 = 非常弱。
strength-1 = 弱。
strength-2 = 还可以更强。
strength-3 = 强。
strength-4 = 非常强。
strength-known = 这类密码最容易被先试到。
strength-pattern = 密码的规律很容易猜到。
strength-own = 密码中包含您的个人信息，例如姓名或地址。

## Buttons and what they do

working = 正在处理…
cancel = 取消
copy = 复制
copied = 已复制
download = 下载
print = 打印
copy-selected = 此处无法自动复制。文本已选中，请自行复制。
open-in-app = 在此设备的身份验证器应用中打开
codes-file = recovery-codes-{ $host }.txt
codes-account = 账号：{ $account }
codes-site = 网站：{ $site }
codes-day = 日期：{ $day }
codes-make = 生成备用验证码
code-spent = 已使用
codes-not-saved = 这些验证码尚未生效。请先妥善保存，再在下方确认已保存。
codes-keep = 请打印出来，或与密码保存在同一处。任何人只要拿到其中一个，就能登录这个账号。
oidc-missing = 这里少了某个账号？
oidc-last = 如果某个账号是唯一的登录方式，则无法取消关联，也不会显示在这里。
password-done = 如果旧密码可能已被他人知道，请同时让其他设备退出登录。

added = 添加时间：{ $when }
unlink-consequence = 之后将无法再用 { $thing } 登录。
remove-consequence = 之后将无法再用“{ $thing }”登录。
remove-last = 这是最后一种登录方式，因此无法移除。
totp-unlink-consequence = 之后登录时将不再要求输入身份验证器应用中的验证码。
lookup-disable-consequence = 所有备用验证码都将失效。
lookup-regenerate-consequence = 确认新的备用验证码后，现有的备用验证码将失效。
thing-remove = 移除
thing-unlink = 取消关联
passkey-unnamed = 未命名的通行密钥
key-unnamed = 未命名的安全密钥
remove-question = 要移除“{ $thing }”吗？
unlink-question = 要取消关联 { $thing } 吗？
totp-unlink-question = 要关闭身份验证器应用吗？
lookup-disable-question = 要关闭备用验证码吗？
lookup-regenerate-question = 要生成新的备用验证码吗？

script-needed = 此操作需要 JavaScript，但浏览器已将其关闭。
ceremony-failed = 操作未成功，未作任何更改。可以重试。
ceremony-failed-login = 操作未成功。请重试，或使用其他方式登录。
ceremony-failed-registration = 操作未成功，账号尚未创建。请重试，或选择其他方式。
ceremony-known = 此密钥或设备已添加到账号。
ceremony-insecure = 安全密钥和通行密钥需要安全连接，即以 https 开头的网址。
ceremony-unsupported = 此浏览器不支持安全密钥和通行密钥。

## Sessions, signing out, your data

sessions-title = 已登录的设备
sessions-lead = 查看可以使用此账号的所有浏览器和应用，并可让其退出登录。
sessions-this = 当前设备
sessions-none = 没有在其他设备上登录。
sessions-unknown = 未知设备
sessions-device = { $system } 上的 { $browser }
sessions-since = 登录时间：{ $when }
sessions-until = 登录有效期至：{ $when }
sessions-two-factors = 双重验证
sessions-end = 退出登录
sessions-end-others = 让所有其他设备退出登录
sessions-end-question = 要让 { $device } 退出登录吗？
sessions-end-others-question = 要让所有其他设备退出登录吗？
sessions-end-consequence = 该设备之后需要重新登录。
sessions-end-others-consequence = 除当前设备外，所有设备之后都需要重新登录。
sessions-ended = 操作成功：所选设备已退出登录。
sign-out = 退出登录
export = 下载个人数据
group-code_recovery = 账号恢复
group-link_recovery = 账号恢复

delete-title = 删除账号
delete-lead = 此操作无法撤销。
delete-data = 个人信息、设置和所有登录方式都将被永久删除。
delete-back = 任何人都无法恢复，其他人也可能使用此登录名。
delete-consent = 我了解账号删除后无法恢复。
delete-button = 删除我的账号
delete-done-title = 账号已删除
delete-done = 个人信息和登录方式已删除，所有设备均已退出登录。
deactivate-title = 停用账号
deactivate-lead = 账号将被停用，其中的内容不会被删除。
deactivate-data = 任何人都无法再登录此账号，包括本人。
deactivate-back = 只有此服务的管理员才能重新启用。
deactivate-consent = 我了解自己无法重新启用账号。
deactivate-button = 停用我的账号
deactivate-done-title = 账号已停用
deactivate-done = 所有设备均已退出登录。如需再次使用此账号，请联系此服务的管理员。
deletion-sessions = 所有设备都将退出登录。
deletion-applications = 将无法再用此账号登录应用。应用保存的相关信息仍由应用保留。
deletion-export = 请先保存一份个人数据：
deletion-keep = 保留我的账号
deletion-unticked = 如果确定，请先勾选。未作任何更改。

## On the way

moving-on-title = 请稍候
moving-on = 正在跳转。
moving-on-link = 继续
enter-again-title = 请重新登录
enter-again = 为了保护账号安全，进行此更改前需要重新登录。刚才的更改尚未保存：请重新登录，然后再输入一次。

## Problems: heading and what to do

try-again = 重试
back-to-form = 返回表单
to-settings = 前往账号设置
sign-in-again = 重新登录
start-again = 重新开始
confirm-address = 验证地址
request-id = 如需帮助，请提供此编号：{ $id }

problem-not-found-title = 页面不存在
problem-not-found = 网址可能有误，或者页面已移至别处。
problem-return-to-title = 不允许跳转到此链接指定的网址
problem-return-to = 完成后原本要跳转到另一个网站，但该网站不在允许的范围内。可以继续，但不会跳转到该网站。
problem-link-title = 无法使用此链接
problem-link = 链接中含有此处不允许的内容，链接可能不完整或已过时。可以不使用此链接，重新开始。
problem-not-offered-title = 此处不提供该功能
problem-not-offered = 此服务的管理员已关闭该页面。
problem-switched-off-title = 此账号已停用
problem-switched-off = 目前无法使用此账号。如果认为这是误会，请联系此服务的管理员。
problem-form-title = 无法接受此表单
problem-form = 未作任何更改。页面打开时间过长、在别处重新登录过，或浏览器拒绝 Cookie，都可能导致这种情况。
problem-forbidden-title = 没有权限执行此操作
problem-forbidden = 未作任何更改。
problem-busy-title = 请求过于频繁
problem-busy = 请稍等片刻再试。
problem-slow-title = 等待时间过长
problem-slow = 账号服务暂时没有响应，请过一分钟再试。
problem-unavailable-title = 无法连接账号服务
problem-unavailable = 这不是操作失误造成的，也未作任何更改。请过一分钟再试。
problem-loop-title = 登录未能完成
problem-loop = 登录已成功，但此页面无法识别登录状态。浏览器可能阻止了 Cookie：请允许此网站使用 Cookie，或清除此网站已有的 Cookie，然后重新登录。如果仍未解决，请联系此服务的管理员。
problem-no-cookies-title = 您的浏览器不保存 Cookie
problem-no-cookies = 没有 Cookie，此页面无法使用。请在浏览器设置中允许此网站使用 Cookie，然后重新开始。
problem-foreign-title = 此表单来自其他网站
problem-foreign = 未作任何更改。如果是通过别人发来的链接打开此页面的，请不要相信该链接。
problem-not-a-form-title = 这不是此页面的表单
problem-not-a-form = 未作任何更改。
problem-too-large-title = 内容过多
problem-too-large = 未作任何更改。请缩短输入的内容。
problem-upload-slow-title = 表单未能送达
problem-upload-slow = 未作任何更改。网络可能较慢或已中断，请重新提交表单。
problem-not-saved-title = 未能保存
problem-not-saved = 暂时无法连接账号服务。请用浏览器返回上一页以保留已输入的内容，等一分钟后再次提交。
problem-maybe-saved-title = 更改可能未保存
problem-maybe-saved = 账号服务收到了提交的内容，但没有回应。重试之前，请先返回查看是否已成功。
problem-left-already-title = 已退出登录
problem-left-already = 没有进行其他操作。如果按了两次按钮，第一次已经成功。如果不是，请重新登录并从头开始。
problem-still-there-title = 账号仍然存在
problem-still-there = 账号服务暂时无法完成此操作，未作任何更改。请一分钟后重试。
problem-still-there-revoked-title = 账号仍然存在
problem-still-there-revoked = 账号服务暂时无法完成此操作。账号和数据未作更改，但已连接的应用可能会再次请求许可。请一分钟后重试。
problem-maybe-gone-title = 无法确定是否成功
problem-maybe-gone = 账号服务收到了请求，但没有回应。请登录查看：如果可以登录，账号仍然存在。
problem-method-title = 无法以这种方式使用此页面
problem-method = 请返回上一页，使用页面上的链接和按钮。
problem-internal-title = 服务出了点问题
problem-internal = 这不是操作失误造成的，请重试。
problem-sign-in-first-title = 请先登录
problem-sign-in-first = 此操作仅在登录后才能进行，有时仅在登录后的短时间内才能进行。
problem-other-identity-title = 当前登录的是其他人
problem-other-identity = 此页面是为另一个账号打开的，与当前登录的账号不同。未作任何更改。请使用想要的账号重新登录。
problem-unverified-title = 请先验证地址
problem-unverified = 地址验证后即可登录。请查找含有验证码或链接的消息，或重新获取。
problem-outdated-title = 此页面或链接已失效
problem-outdated = 已使用过，或时间过长。请重新开始。
problem-provider-title = 操作未成功
problem-provider = 使用其他平台账号的登录未完成。用时过长、在两个标签页中同时登录，或浏览器拒绝 Cookie，都可能导致这种情况。请重试。
problem-application-title = 应用未能完成登录
problem-application = 应用跳转到此处的方式有误。请返回应用重试。如果仍未解决，请联系该应用的管理员。
problem-elsewhere-title = 出了点问题
problem-elsewhere = 这不是操作失误造成的。请过一分钟再试。如果再次发生，请联系此服务的管理员。

## Kratos’ messages, by id, with the values of their context

kratos-1010001 = 登录
kratos-1010002 = 使用 { $provider } 继续
kratos-1010003 = 如需继续，请先验证是本人操作。
kratos-1010004 = 请用第二种方式验证是本人操作。
kratos-1010005 = 确认
kratos-1010006 = 应用中的验证码
kratos-1010007 = 备用验证码
kratos-1010008 = 使用安全密钥登录
kratos-1010009 = 使用身份验证器应用
kratos-1010010 = 使用备用验证码
kratos-1010011 = 使用安全密钥登录
kratos-1010012 = 请按下按钮，然后使用安全密钥、指纹或面容。
kratos-1010013 = 继续
kratos-1010014 = 验证码已发送。如果几分钟内仍未收到，请查看垃圾邮件文件夹，或重新获取验证码。
kratos-1010015 = 发送登录验证码
kratos-1010016 = { $duplicate_identifier } 已用于此服务的一个账号。请登录该账号，以便添加 { $provider } 作为另一种登录方式。
kratos-1010017 = 登录并关联
kratos-1010018 = 使用 { $provider } 确认
kratos-1010019 = 发送验证码
kratos-1010021 = 使用通行密钥登录
kratos-1010022 = 使用密码登录
kratos-1010023 = 发送验证码到 { $address }
kratos-1010024 = 使用此设备登录
kratos-1010025 = 验证码已发送。如果几分钟内仍未收到，请查看垃圾邮件文件夹，或重新获取验证码。
kratos-1040001 = 注册
kratos-1040002 = 使用 { $provider } 继续
kratos-1040003 = 继续
kratos-1040004 = 使用安全密钥注册
kratos-1040005 = 验证码已发送到所填的地址。如果几分钟内仍未收到，请查看垃圾邮件文件夹，并检查地址是否有误。
kratos-1040006 = 发送注册验证码
kratos-1040007 = 使用通行密钥注册
kratos-1040008 = 返回
kratos-1040009 = 请选择今后的登录方式。
kratos-1050001 = 更改已保存！
kratos-1050001-profile = 个人资料已保存。
kratos-1050001-password = 新密码已设置。
kratos-1050001-totp-on = 身份验证器应用已开启。
kratos-1050001-totp-off = 身份验证器应用已关闭。
kratos-1050001-passkey-added = 通行密钥已添加。
kratos-1050001-passkey-removed = 通行密钥已移除。
kratos-1050001-webauthn-added = 安全密钥已添加。
kratos-1050001-webauthn-removed = 安全密钥已移除。
kratos-1050001-lookup_secret-on = 备用验证码现已生效。
kratos-1050001-lookup_secret-off = 备用验证码已关闭，之前的验证码均已失效。
kratos-1050001-oidc-linked = { $provider } 已关联，可以用它登录。
kratos-1050001-oidc-unlinked = { $provider } 已取消关联。
kratos-1050002 = 关联 { $provider }
kratos-1050003 = 取消关联 { $provider }
kratos-1050004 = 关闭身份验证器应用
kratos-1050005 = 用于身份验证器应用的二维码
kratos-1050006 = { $secret }
kratos-1050007 = 显示我的备用验证码
kratos-1050008 = 生成新的备用验证码
kratos-1050009 = { $secret }
kratos-1050010 = 以下是备用验证码。
kratos-1050011 = 我已保存这些验证码
kratos-1050012 = 添加安全密钥
kratos-1050013 = 安全密钥的名称
kratos-1050014 = 使用时间：{ $used_at }
kratos-1050016 = 关闭备用验证码
kratos-1050017 = 如果无法扫描图片，请在应用中输入此密钥：
kratos-1050018 = 移除安全密钥“{ $display_name }”
kratos-1050019 = 添加通行密钥
kratos-1050020 = 移除通行密钥“{ $display_name }”
kratos-1050023 = 此账号由所在单位管理。如需更改这些设置，请联系管理员。
kratos-1060001 = 账号已找回。请在 { $privileged_session_expires_at } 之前更改密码，或添加其他登录方式。
kratos-1060002 = 如果此地址属于某个账号，链接将会送达。如果几分钟内仍未收到，请查看垃圾邮件文件夹，并确认这是注册时使用的地址。
kratos-1060003 = 如果此地址属于某个账号，恢复码将会送达。如果几分钟内仍未收到，请查看垃圾邮件文件夹，并确认这是注册时使用的地址。
kratos-1060004 = 如果 { $masked_address } 属于要恢复的账号，恢复码将会送达。如果几分钟内仍未收到，请查看垃圾邮件文件夹，并确认这是注册时使用的地址。
kratos-1060005 = 为确认是本人的账号，请输入完整的邮箱地址或手机号码。
kratos-1060006 = 要将恢复码发送到哪里？
kratos-1060007 = 返回
kratos-1070001 = 密码
kratos-1070003 = 保存
kratos-1070003-profile = 保存个人资料
kratos-1070003-password = 设置新密码
kratos-1070003-totp = 开启身份验证器应用
kratos-1070004 = 登录名
kratos-1070005 = 提交
kratos-1070006 = 应用中的验证码
kratos-1070007 = 邮箱
kratos-1070008 = 重新发送验证码
kratos-1070009 = 继续
kratos-1070009-login-code-sent_email = 登录
kratos-1070009-registration-code-sent_email = 创建账号
kratos-1070009-recovery-code-choose_method = 发送验证码
kratos-1070009-recovery-link-choose_method = 发送链接
kratos-1070009-recovery-code-sent_email = 确认验证码
kratos-1070009-recovery-code-recovery_awaiting_code = 确认验证码
kratos-1070009-recovery-code-recovery_confirming_address = 发送验证码
kratos-1070009-recovery-link-sent_email = 重新发送链接
kratos-1070009-verification-code-choose_method = 发送验证码
kratos-1070009-verification-link-choose_method = 发送链接
kratos-1070009-verification-code-sent_email = 验证地址
kratos-1070009-verification-link-sent_email = 重新发送链接
kratos-1070010 = 恢复码
kratos-1070011 = 验证码
kratos-1070012 = 注册验证码
kratos-1070013 = 登录验证码
kratos-1070014 = 登录并关联
kratos-1070015 = 请完成验证以继续。
kratos-1070016 = 用于恢复账号的联系方式
kratos-1070017 = 手机号码
kratos-1070018 = 邮箱或手机号码
kratos-1080001 = 如果此地址尚未验证，链接将会送达。如果几分钟内仍未收到，请查看垃圾邮件文件夹，并检查地址是否有误。
kratos-1080002 = 验证已完成，谢谢。
kratos-1080003 = 如果此地址尚未验证，验证码将会送达。如果几分钟内仍未收到，请查看垃圾邮件文件夹，并检查地址是否有误。
kratos-1080004 = 如果此手机号码尚未验证，验证码短信将会送达。如果几分钟内仍未收到，请检查号码是否有误。
kratos-1080005 = 手机号码已验证。

kratos-4000002 = 请填写此项。
kratos-4000003 = { $min_length ->
   *[other] 请至少输入 { $min_length } 个字符，目前输入了 { $actual_length } 个。
}
kratos-4000004 = 格式不正确。
kratos-4000005 = 无法使用此密码：{ $reason }。
kratos-4000006 = 信息不正确，请检查是否有输入错误。
kratos-4000007 = 此邮箱、手机号码或登录名已被其他账号使用。请换一个；如果那是本人的账号，请登录该账号。
kratos-4000008 = 无法确认。请输入应用当前显示的验证码，或用密钥重试。
kratos-4000009 = 缺少登录名，例如邮箱。请填写；如果没有可填写的地方，请联系此服务的管理员。
kratos-4000010 = 此账号尚未激活。邮箱是否已经验证？
kratos-4000011 = 尚未设置身份验证器应用。
kratos-4000012 = 此备用验证码已使用过。
kratos-4000013 = 尚未设置安全密钥。
kratos-4000014 = 尚未设置备用验证码。
kratos-4000015 = 未找到设有安全密钥或通行密钥的账号。请检查输入的内容，或使用其他方式登录。
kratos-4000016 = 备用验证码不正确。
kratos-4000017 = { $max_length ->
   *[other] 最多可输入 { $max_length } 个字符，目前输入了 { $actual_length } 个。
}
kratos-4000018 = 请输入不小于 { $minimum } 的数值，目前输入的是 { $actual }。
kratos-4000019 = 请输入大于 { $minimum } 的数值，目前输入的是 { $actual }。
kratos-4000020 = 请输入不大于 { $maximum } 的数值，目前输入的是 { $actual }。
kratos-4000021 = 请输入小于 { $maximum } 的数值，目前输入的是 { $actual }。
kratos-4000022 = 请输入 { $base } 的倍数，目前输入的是 { $actual }。
kratos-4000023 = { $max_items ->
   *[other] 此处最多可有 { $max_items } 项，目前有 { $actual_items } 项。
}
kratos-4000024 = { $min_items ->
   *[other] 此处至少要有 { $min_items } 项，目前有 { $actual_items } 项。
}
kratos-4000025 = 有两项内容相同。
kratos-4000026 = 值的类型不正确。
kratos-4000027 = 使用此邮箱、手机号码或登录名的账号已存在。请先登录该账号，再关联另一个账号。
kratos-4000028 = 使用此邮箱、手机号码或登录名的账号已存在。如果是本人的账号，请登录该账号。可用的方式：{ $available_credential_types }。
kratos-4000029 = 此处必须为“{ $expected }”。
kratos-4000030 = 此项不可更改。
kratos-4000031 = 密码与登录名过于相似。
kratos-4000032 = { $min_length ->
   *[other] 密码至少要有 { $min_length } 个字符，目前有 { $actual_length } 个。
}
kratos-4000033 = { $max_length ->
   *[other] 密码最多可有 { $max_length } 个字符，目前有 { $actual_length } 个。
}
kratos-4000034 = 此密码曾在数据泄露中出现，请换一个密码。
kratos-4000035 = 未找到使用验证码登录的账号。请检查地址是否有误，或使用其他方式登录。
kratos-4000036 = 填写的信息与发送验证码时不同。请按原样填写，或返回重新开始。
kratos-4000037 = 未找到可以这样登录的账号。请检查是否有输入错误。
kratos-4000038 = 验证未成功，请重试。
kratos-4000039 = 请使用与当前密码不同的密码。
kratos-4000040 = 请输入有效的邮箱地址。
kratos-4000041 = 请输入有效的手机号码。
kratos-4000042 = 尚未设置用于登录的设备。
kratos-4000043 = 无法确认密钥，请重试。
kratos-4000044 = 无法确认此设备，请重试。
kratos-4000045 = 此设备无法再用于登录，请重新设置。
kratos-4000046 = 此设备无法再用于登录，请重新设置。
kratos-4010001 = 页面打开时间过长，请重试。
kratos-4010002 = 信息不足，无法登录。请填写表单后重试。
kratos-4010003 = 信息不足，无法创建账号。请填写表单后重试。
kratos-4010004 = 表单不完整，未作任何更改。请重试。
kratos-4010005 = 表单不完整，请重新开始。
kratos-4010006 = 表单不完整，请重新开始。
kratos-4010007 = 此操作已完成。
kratos-4010008 = 验证码不正确或已使用过。请检查，或重新获取验证码。
kratos-4010009 = 这不是要关联的账号。请登录已使用该地址的账号。
kratos-4010010 = 此地址不属于当前账号，请使用其他地址。
kratos-4010011 = 此账号已停用，请联系此服务的管理员。
kratos-4040001 = 页面打开时间过长，账号尚未创建。请重试。
kratos-4040002 = 此操作已完成。
kratos-4040003 = 验证码不正确或已使用过。请检查，或重新获取验证码。
kratos-4050001 = 页面打开时间过长，因此未作任何更改。请重试。
kratos-4050002 = 一次只能更改一个联系方式。
kratos-4060001 = 此次恢复已完成。如果仍无法登录，请在此重新开始。
kratos-4060002 = 过程中出了点问题，请重新开始。
kratos-4060004 = 链接不正确或已使用过，请重新获取。
kratos-4060005 = 时间过长，恢复码或链接已失效，请重新获取。
kratos-4060006 = 恢复码不正确或已使用过。请检查，或重新获取恢复码。
kratos-4070001 = 链接不正确或已使用过，请重新获取。
kratos-4070002 = 已验证过，无需其他操作。
kratos-4070003 = 过程中出了点问题，请重新开始。
kratos-4070005 = 时间过长，验证码或链接已失效，请重新获取。
kratos-4070006 = 验证码不正确或已使用过。请检查，或重新获取验证码。
kratos-5000002 = 目前没有可用的登录方式，请联系此服务的管理员。
kratos-5000003 = 所在单位要求使用专用的登录方式，但尚未设置。请联系管理员。

## Login, registration, recovery, verification

or = 或
for-client = 继续前往 { $client }
flow-nothing = 此处无需任何操作。
typed-kept = 页面已过期，未作任何更改。除密码和验证码外，已输入的内容仍在，请检查后重新提交。
item-gone = “{ $list }”中的一项已在别处更改或移除，对该项的更改未生效。

login-title = 登录
# What the reference UI says too, and its suites look for.
login-second-title = 还差一步
login-second-nothing = 此账号尚未设置第二种验证方式。请在账号设置中添加，或使用其他账号登录。
second-factor-needed = 您要打开的页面需要第二种验证方式。请在此添加，然后即可继续。
login-refresh-title = 验证是本人操作
login-code-title = 输入验证码
login-link-title = 关联账号
login-link-lead = 此处已有一个账号。请照常登录该账号，刚才使用的账号将添加为另一种登录方式。
registration-title = 创建账号
registration-method-title = 选择登录方式
registration-code-title = 输入验证码
registration-provider-title = 还需要一些信息
registration-provider-lead = 所选账号未提供此处所需的全部信息。
recovery-title = 恢复账号
recovery-lead = 请输入账号的邮箱地址或手机号码，即可收到恢复账号所需的信息。
recovery-choice-title = 选择地址
recovery-address-title = 确认地址
recovery-code-title = 输入恢复码
recovery-link-title = 请查看收件箱
verification-title = 验证地址
verification-lead = 请输入要验证的地址，即可收到验证码或链接。
verification-code-title = 输入验证码
verification-link-title = 请查看收件箱
verification-done-title = 已完成

way-login = 登录
way-registration = 创建账号
way-recovery = 忘记密码？
way-not-you = 不是本人？
way-other-name = 使用其他登录名

# Applications (OAuth2)

consent-title = 允许访问
consent-lead = { $client } 想使用你的账号。
consent-scopes = 允许的内容
consent-audience = 使用位置：
consent-remember = 以后不再就此应用询问我
consent-accept = 允许
consent-reject = 不允许
scope-openid = 确认是你本人
scope-profile = 查看你的姓名和个人资料
scope-email = 查看你的邮箱地址
scope-phone = 查看你的电话号码
scope-address = 查看你的通信地址
scope-offline = 在你离开时继续访问
scope-offline_access = 在你离开时继续访问
application-page = 关于此应用
application-policy = 此应用的隐私政策
application-terms = 此应用的使用条款
applications-title = 已连接的应用
applications-lead = 查看哪些应用可以使用此账号，并可收回其访问权限。
applications-none = 尚未允许任何应用访问此账号。
applications-since = 允许时间：{ $when }
applications-revoke = 收回访问权限
applications-revoke-question = 要收回 { $client } 的访问权限吗？
applications-revoke-consequence = { $client } 将无法再使用此账号，但可以再次请求许可。
applications-revoked = 操作成功：该应用已无访问权限。
oauth2-logout-title = 要退出登录吗？
oauth2-logout-lead = 将在此处以及使用此账号的应用中退出登录。
oauth2-logout-client = { $client } 请求让你退出登录，包括此处以及使用此账号的应用。
oauth2-logout-stay = 保持登录
problem-request-unknown-title = 无法识别此请求
problem-request-unknown = 没有任何应用获得访问权限。链接可能不完整或是伪造的：请返回应用，在那里重新登录。
problem-request-outdated-title = 此请求已过期
problem-request-outdated = 未能及时答复，没有任何应用获得访问权限。请返回应用，在那里重新登录。
problem-request-used-title = 此请求已答复过
problem-request-used = 没有允许更多内容。请返回应用，或重新开始。
problem-request-foreign-title = 此请求属于另一个账号
problem-request-foreign = 当前登录的账号与开始时的不同，因此没有允许任何内容。请重新登录，选择要使用的账号。
