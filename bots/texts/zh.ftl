# What Hushreel says in a conversation, in simplified Chinese (mainland China). Knowledge's sentences are in knowledge/words.
# Sentences may use SIZE($bytes) and DURATION($milliseconds). Words of people come in as values, never as marks.
# 你, full-width punctuation, a space between Chinese and Latin letters or figures. 版主 is a moderator, 运营者 the operator.

## Values

pattern-moment = y年M月d日 HH:mm
video-titled = “{ $title }”（#{ $number }）
video-untitled = 无标题（#{ $number }）

## The demo

## The demo's pages: what the browser says by itself

page-title = Hushreel 演示
page-door-about = 做一个视频，亲眼看看还有谁能找到它。这里有三种身份，请并排打开，每种身份一个标签页。
page-door-owner = 做一个视频，问问谁能看到它，发布它，再收回、删掉。
page-door-member = 试着找到你刚做的视频。祝你好运。发布了的都在展示里。
page-door-moderator = 同样找不到任何私密视频，并决定发布什么。
page-door-note = 此页面只在这台机器上可用，而且只能通过启动时显示的地址打开。
page-people = 可选身份
page-conversation = 对话
page-drop = 松开即可用这些文件做视频
page-commands = 命令
page-files = 待发送的文件
page-add = 添加图片、声音或视频片段
page-ask = 提问、添加文件，或输入 /
page-message = 消息
page-send = 发送
page-send-command = 发送 /{ $command }
page-close = 关闭
page-optional = { $option }（可选）
page-choose = 选择文件
page-choose-files = 选择文件
page-choose-for = 为 { $option } 选择文件
page-sending = 正在发送 { $file }
page-waiting = 连接断开了。恢复后会自动继续。
page-unreadable = { $file } 已经无法读取。没有发送任何内容：请重新选择。
page-record = 录一段语音
page-record-end = 结束录音
page-record-refused = 浏览器不让我使用麦克风。请为这个页面开启权限，或者添加一个文件。
page-voice-note = 语音
page-pasted = 粘贴的文件
page-remove = 移除 { $file }
page-source = 来源 { $number }
page-sources = 来源（{ $count }）
page-version = ，版本 { $version }，{ $certainty }
page-once-title = 只能打开一次的视频
page-once-lead = 这个按钮后面是一个私人视频。它只能打开一次；之后，这个链接什么也打不开。
page-once-opening = 正在打开。
page-once-opened = 这个链接已经用过了。关闭这个页面后，视频就不在这里了。
page-once-gone = 这个链接现在什么也打不开：它已经用过、太旧了，或者视频已经不在了。请在聊天里再要一次这个视频，就会得到新链接。
page-once-many = 从你的网络来了太多打不开任何东西的链接。请等十分钟，再试你的链接：它还没有用掉。
page-once-broken = 中途断开了，而链接已经用掉。请在聊天里再要一次这个视频，就会得到新链接。
page-once-video = 你的视频
page-papers = 条款文件
page-history = 我们各份文件的所有版本
page-versions = 版本
page-languages = 语言
page-clause-unnumbered = 无编号
page-clause-version = 版本 { $version }
page-clause-dated = 版本 { $version }，{ $date }
page-clause-source = { $certainty }（{ $source }）
page-clause-noted = 记录于 { $date }
page-clause-proofs = 由 { $count } 项测试证明
page-gone = Hushreel 不再响应此页面。如果它重新启动过，请打开它启动时显示的地址。
page-broken = 这里出了点问题，没有保留任何内容。请再试一次；这台机器的日志里有更多信息。

demo-owner = 你
demo-member = 另一位成员
demo-moderator = 版主
demo-welcome-owner = 你好。给我照片、语音、视频片段，或者几句话，我就在这台机器上为你做一个短视频。其他成员都无法打开它。输入 / 看看我能做什么。
demo-welcome-member = 现在你是同一个地方的另一位成员。试着找找第一个人的视频：你得到的回答，和查找一个不存在的视频时一模一样。
demo-welcome-moderator = 现在你是同一个地方的版主。私密视频对你同样不开放，不妨试着找一个。有人申请发布的内容，由你在这里或在审核台决定。
hint-create = /create prompt: 日落时平静的大海
hint-picture = + 添加一张你的照片
hint-private = 我的视频是私密的吗？
hint-find = /videos #1
hint-policy = Kling 会用我的图片训练吗？

## Commands and their options

command-create = 用文字、图片、声音或视频片段做视频
option-create-prompt = 要展示什么，或者镜头怎样在你的图片上移动
option-create-image = 你的一张图片：JPEG、PNG、WebP、HEIC、AVIF 或 GIF
option-create-end_image = 第二张图片，作为视频的结尾
option-create-audio = 一段人声或音乐；视频与它等长，并随它而动
option-create-video = 你的一段视频，用来剪辑、防抖、放慢或重新绘制
option-create-shape = 横屏、竖屏或方形（不选则取最接近你所给内容的）
option-create-seconds = 时长，1 到 60 秒（不选则为 5 秒，或与你的声音、片段等长）
option-create-more = 制作之前先选好其余的：效果、片段、画面上的文字
command-videos = 你的所有视频，或其中一个
option-videos-video = #1、标题中的词，或 last（最新的）
command-privacy = 谁能看到、谁会使用、副本在哪、保存到何时、什么会留下
option-privacy-video = #1、标题中的词，或 last（最新的）；不填则为你在这里的全部内容
command-ask = 问问条款文件里怎么说
option-ask-question = 你的问题，用平常的话说就行
command-enddate = 选择视频何时被彻底删除
option-enddate-video = #1、标题中的词，或 last（最新的）
option-enddate-until = 日期，如 2026-12-24；或从现在起多久，如 3d（3 天）、12h（12 小时）
command-delete = 彻底删除一个视频
option-delete-video = #1、标题中的词，或 last（最新的）
command-settings = 你的时区和语言、视频怎样送到你这里，以及视频保存多久
option-settings-time_zone = 你所在的时区，如 Asia/Shanghai 或 Europe/Berlin
option-settings-language = 我用哪种语言跟你说话
option-settings-delivery = 视频怎样送到你这里：发在聊天里，或用只能打开一次的链接
command-setup = 我在这个服务器或群组里怎样工作：展示和审核的地方、管理员、剧透遮挡、可用谁的图片（供管理者使用）
command-connect = 把你在两个平台上的账号连成一个：领取连接码，或输入另一边给你的连接码
option-connect-code = 我在另一边给你的连接码；不填的话，在这里给你一个
command-unlink = 把连在一起的账号分开：每一边拿回自己的视频
command-help = 我能做什么，怎么开始
command-about = 谁在运行、什么版本、适用哪些条款

## Privacy and questions

button-private = 它是私密的吗？
button-other-video = { $video }
privacy-of = 关于 **{ $video }**：
privacy-as-well = 另一个视频也是私密的吗？
privacy-one-of-them = 问问其中一个：
privacy-nearest = 条款文件里最接近的内容：
privacy-reworded = 措辞由 { $host } 上的语言模型改写。它看到了这个问题，但不决定任何事。
privacy-shown-to-model = { $host } 上的语言模型看到了这个问题。这里是我自己的措辞。
privacy-whole-policy = 阅读完整的隐私政策

## create

card-draft = **{ $video }** 是草稿。还什么都没有做，其他成员都无法打开它。
draft-who = 这张图片是别人的。**里面是谁？** 我会把你的回答和视频一起保存，之后才开始制作。
portrayed-self = 只有我
portrayed-agreed = 别人，他们同意了
portrayed-nobody = 没有真人
plan-given = 你提供了
given-list = { $what }
given-words = 文字
given-picture = { $count } 张图片
given-sound = { $count } 段声音
given-clip = { $count } 段视频
plan-shape = 画幅
shape-wide = 横屏，16:9
shape-tall = 竖屏，9:16
shape-square = 方形，1:1
plan-length = 时长
plan-seconds = { $seconds } 秒
plan-start = 起点
plan-start-at = 你所给内容的 { $seconds } 秒处
plan-effect = 效果
effect-none = 无
effect-stabilise = 防抖
effect-slow = 慢动作
effect-extend = 延长
effect-cartoon = 卡通风格
effect-pencil = 铅笔画风格
effect-paint = 绘画风格
plan-prompt = 提示词
plan-continues = 接着另一段视频
continues-words = 按文字所说接着往下
continues-speech = 口型说：{ $words }
continues-sound = 口型跟着你给的声音
plan-text = 画面上的文字
draft-form = { $video } 要改哪里？
draft-prompt = 要展示什么，或者镜头怎样移动
draft-text = 画面上的文字；留空则没有
draft-part = 时长秒数（8），或声音、片段中的一段（12-20）
draft-shape = 画幅
draft-effect = 效果
button-start = 开始制作
button-change = 修改
button-rework = 修改后重做
button-extend = 延长
button-go-on = 在 { $route } 接着做
card-first-minute = 你提供的内容长 { DURATION($given) }。我保留它的第一分钟，其余的不留：想要别的部分，请先剪好再发。
card-making = **{ $video }，{ $seconds } 秒**：收到了。其他成员都无法打开它。
progress-next = 下一个就是它。
progress-place = 前面还有 { $place } 个视频。
progress-begin = 开始制作。
progress-share = 正在绘制：已完成 { $percent }%。
progress-end = 正在合成画面和声音。
card-ready = **{ $video }，{ $seconds } 秒** 做好了。{ $who }
card-alt = 视频 { $video }
once-lead = 只给你一个人，在 { DURATION($hours_ms) }内只能打开一次。这个聊天不会得到副本。想要新链接，就再要一次。
once-lead-anybody = 在 { DURATION($hours_ms) }内只能打开一次，谁先打开就给谁看：请不要转给别人。这个聊天不会得到视频的副本。想要新链接，就再要一次。
once-none = 这里没有链接，因为运行我的人没有设置网址。用 { $settings } 可以选择把视频发到聊天里。
button-open-once = 打开（仅一次）
card-ends = 在这里彻底删除的时间
card-left-out = 没有画进去：{ $cannot }。内置动效画不了这些。
card-unchanged = 内置动效只移动镜头，图片本身不会有任何变化，因此没有做：{ $cannot }。
card-cancelled = { $video } 已停止。你发来的内容仍然是私密的。
card-failed = { $video } 没能做成。{ $why }你发来的内容仍然是私密的。
failure-disk_full = 这台机器上没有空间了，请告诉运行它的人。
failure-marking_failed = 我没能给这个视频标上“由机器制作”的记号，所以不交付。再做一次往往就好。
failure-worker_limit = 它需要的时间或内存超过了我给一个视频的上限。缩短时长或换小一点的图片会有帮助。
failure-picture_unreadable = 你的图片里有一张我读不了。请存为 JPEG 或 PNG 后重新发送。
failure-sound_unreadable = 你的声音我读不了。请存为 MP3、M4A 或 WAV 后重新发送。
failure-clip_unreadable = 你的视频片段我读不了。请存为普通的 MP4 后重新发送。
failure-start_past_end = 你提供的内容在视频应当开始的那一刻之前就结束了。请选更早的时间。
failure-text_cannot_be_drawn = 画面上的文字里有我画不出的字符。请改一改。
failure-content_declined = 生成器的安全检查拒绝了你的描述或你提供的内容。请换个说法，或换一张图片。
failure-rules_declined = 生成器自己的规则不允许这样做。请换个要求，或选择其他方式。
failure-request_declined = 生成器无法使用所要求的内容。换个描述、时长或画面比例也许有用。
failure-input_declined = 生成器无法使用你提供的图片、声音或视频。请换一个试试。
failure-source_gone = 生成服务已经没有那段视频了，所以无法接着做。什么都没有开始，也没有收费。请改为修改后重做。
failure-model_missing = 生成器没有这里设置的模型。请告诉运行我的人；这期间内置动效仍可使用。
failure-account_unpaid = 运行我的人在那个生成器的额度已用完。请告诉他；这期间内置动效仍可使用。
failure-access_refused = 生成器不让本服务进入。请告诉运行我的人；这期间内置动效仍可使用。
failure-generator_failed = 生成器那边出了故障。再试一次往往有用。
failure-generator_unready = 运行我的人的生成器还没有为此设置好：缺少某个部分，或者会把内容发到外面。请告诉他；这期间内置动效仍可使用。
failure-machine_too_small = 制作它的机器内存不够。缩短时长或换个画面比例也许有用。
failure-generator_stopped = 有人在制作它的机器上把它停下了。你可以再要求一次。
failure-generator_unreachable = 联系不上生成器，或者它一直很忙。请稍后再试。
failure-took_too_long = 生成器花的时间超过了我等一个视频的上限。可能已经收费。缩短时长，或换个时间再试，也许有用。
failure-submit_lost = 我失去了它的踪迹：没有人知道生成器是否已经开始，可能已经收费。我不会自己再发一次。你可以。
failure-result_gone = 生成器做好了，但已不再保存。可能已经收费。
failure-result_not_a_video = 生成器返回的不是视频。可能已经收费。请告诉运行我的人。
failure-result_too_large = 生成器做的视频超过了我能保存的大小。可能已经收费。缩短时长会有帮助。
failure-unexpected = 这里出了点问题，运行它的人可以在日志里看到。再试一次往往就好了。
made-motion-picture = 由内置动效在这台服务器上制作：镜头在你的图片上移动，不是 AI。没有向任何生成器发送任何内容。
made-motion-pictures = 由内置动效在这台服务器上制作：从你的一张图片过渡到下一张，不是 AI。没有向任何生成器发送任何内容。
made-motion-clip = 由内置动效在这台服务器上制作：处理你自己的视频片段，没有使用 AI。没有向任何生成器发送任何内容。
made-motion-sound = 由内置动效在这台服务器上制作：随你的声音而动的场景，不是 AI。没有向任何生成器发送任何内容。
made-motion-words = 由内置动效在这台服务器上制作：根据你的文字画出场景，不是 AI。没有向任何生成器发送任何内容。
seen-private = 其他成员都无法打开它。
seen-selected = 你选择的人可以打开它。
seen-community = 你的社区可以打开它。
seen-public = 任何人都可以打开它。
button-agree = 我同意
button-cancel = 取消
button-again = 再来一次
button-more = 更多
button-back = 返回
button-abstract = 做一个抽象场景
scene-abstract = 抽象场景
scene-sea = 大海
scene-lake = 湖泊
scene-forest = 森林
scene-mountains = 群山
scene-city = 城市
scene-space = 太空
scene-rain = 窗上的雨
scene-desert = 沙漠
scene-snow = 雪景
scene-sky = 天空
scene-fire = 火焰
scene-underwater = 水下世界
scene-aurora = 极光
scene-field = 田野

## Drafts: adding files

button-files = 添加文件
draft-full = 视频能用的文件，它都已经有了。
files-form = 给 { $video } 添加文件
files-fit = 还可以加：{ $what }
fits-either = 最多 { $count } 张图片，或一段视频
fits-picture = 最多 { $count } 张图片
fits-sound = 一段声音
files-dont-mix = 这和草稿里已有的不能放在一起：那样会有 { $pictures } + { $clips } + { $sounds }（图片、视频片段、声音），而我可以接收最多 { $limit } 张图片加一段声音，或一段视频加一段声音。草稿保持原样。

## library

videos-lead = 你的视频，最新的在前。请选一个。
videos-none = 你在这里还没有视频。想做一个，就发一张图片给我，或者输入 { $command } 加上几句话。
videos-entry = { $video }，{ $seconds } 秒，{ $state }
state-asked = 草稿
state-queued = 排队中
state-making = 制作中
state-ready = 已完成
state-failed = 未做成
state-cancelled = 已停止
state-unsure = 状态不明
which-video = 有好几个都符合。是哪一个？
button-newer = 较新的
button-earlier = 较早的
card-more = 你还想对 { $video } 做什么？
button-download = 下载
button-enddate = 到期时间
button-rename = 改标题
rename-form = 给 { $video } 换个标题
rename-title = 标题，只有你能看到。留空则使用提示词开头的几个词
enddate-form = { $video } 应在何时彻底删除？最晚为制作完成后 { DURATION($most_ms) }
enddate-until = 日期，如 2026-12-24；或从现在起多久，如 3d（3 天）、12h（12 小时）
rename-done = 已改名。原来是 { $before }。
enddate-lead = { $video } 将于 { $when } 彻底删除。选择另一个日期：
button-end_1d = 晚 1 天
button-end_7d = 晚 7 天
button-end_max = 尽可能晚：{ $when }
button-another-date = 其他日期
press-used = 这一步已经做过了。现在的情况如下。
press-late = 有别的操作抢先了一步。现在的情况如下。
press-expired = 那个按钮太旧了。如果还有可以按的，新的就在这里。

## delete

delete-confirm = 要彻底删除 **{ $video }** 吗？这里没有回收站：视频，连同你为它提供的一切，都会消失。你下载过的文件仍归你所有。
button-delete = 删除
button-download-first = 先下载
button-erase = 彻底删除
button-keep = 保留
card-erasing = 视频 #{ $number } 已对所有人关闭，正在彻底删除。回执 { $receipt } 尚未结束；各项结果会出现在这里。
receipt-lead = **视频 #{ $number }** 已删除，{ $when }。回执 { $receipt }。
receipt-done = 已删除：{ $what }。
erased-video = 视频
erased-poster = 视频封面
erased-preview = 视频预览
erased-inputs = 你提供的图片、声音和视频片段
erased-pictures = 你的图片
erased-prompt = 你写的文字
erased-title = 标题
erased-file_names = 文件名
erased-keys = 加密这一切的密钥
erased-history = 它的历史记录
erased-chat_files = 我们发在聊天里的文件
erased-sent_files = 你在聊天里发送的文件
receipt-waiting = 等待中：{ $what }。
waiting-chat_files = 聊天里的文件（平台一允许就会移除）
waiting-sent_files = 你在聊天里发送的文件（平台一允许就会移除）
receipt-recall = 无法收回：{ $what }。
recall-saved_by_people = 任何人自己保存的内容
recall-spare_cells_and_snapshots_hold_sealed_bytes_only = 磁盘备用单元或快照里的加密数据（其密钥已不存在）
recall-ephemeral_files = 只有你能看到的消息里的文件（15 分钟后无法移除）
recall-sent_files = 你在聊天里发送超过 48 小时的文件（你可以自己在那里删除）
receipt-signed = 已签名：它表明我们做出的声明，并不证明没有其他副本存在。
button-receipt = 保存回执

## Settings

settings-lead = 我现在这样和你交流：
settings-zone = 时区
settings-now = 你现在的时间
settings-language = 语言
language-en = English
language-es = Español
language-pt = Português
language-zh = 中文（简体）
language-ru = Русский
language-automatic = 跟随平台
settings-language-automatic = { $language }（跟随平台）
settings-kept = 新视频的保存时间
settings-kept-value = 做好后保存 { DURATION($retention) }，然后彻底删除。{ $command } 可以调整单个视频的日期，最晚为制作完成后 { DURATION($most) }。
settings-spent = 本月花费
settings-spent-value = { $spent }，上限 { $most }，包括可能还会收取的。下个月从 { $renews } 开始。
settings-delivery = 视频的送达方式
delivery-file = 聊天里的视频
delivery-link = 只能打开一次的链接
settings-speak = 你想让我说哪种语言？
settings-deliver = 视频怎样送到你这里？用链接的话，聊天里不会留下副本。
settings-tidy = 保持聊天整洁
chat-tidy-on = 开：47 小时后，视频和你发来的文件会离开这个聊天，留下一张卡片，上面有再次显示视频的按钮。
chat-tidy-off = 关：文件会留在这个聊天里，直到你删除它们，或删除视频。
settings-protect = 转发和保存
chat-protect-on = 受限：我的新消息不能转发，也不能用应用保存。这只能起劝阻作用：看到的人仍然可以拍下屏幕。
chat-protect-off = 可以，和任何聊天一样
button-tidy-off = 把文件留在这个聊天里
button-tidy-on = 保持这个聊天整洁
button-protect-on = 禁止转发和保存
button-protect-off = 允许转发和保存
settings-change = 更改时区
settings-form = 你的时区
settings-form-zone = 地点，如 Asia/Shanghai
settings-saved = 已保存。从现在起，我这样和你说话：
settings-same = 无需更改，现在就是这样设置的。

## Setup: what a community's admins choose

setup-elsewhere = 服务器或群组要在它自己那里设置。请到我所在、而且你有权管理的地方使用 { $command }。
setup-lead = 我在这里这样工作。有权管理这个服务器或群组的人可以更改。
setup-lead-of = 我在 **{ $community }** 里这样工作。它的管理员可以在这里更改。
setup-showcase = 展示的地方
setup-review = 审核的地方
setup-chosen = 已选，见下方
setup-none = 未选
setup-moderators = 管理员
setup-moderators-count = { $count ->
    [0] 未选
   *[other] 已选 { $count } 个
  }
setup-spoilers = 展示时的剧透遮挡
setup-spoilers-on = 点一下才看得到
setup-spoilers-off = 直接显示
setup-pictures = 用消息里的图片制作视频
setup-pictures-own = 只能用自己的图片
setup-pictures-anyone = 可以用任何人的图片
setup-budget = 在这里开始的视频的预算
setup-budget-none = 这个社区没有自己的上限
setup-budget-operator = 本月还剩 { $left }，共 { $most }，由运营者设定。下个月从 { $renews } 开始。
setup-budget-own = 本月还剩 { $left }，共 { $most }，由你们设定。下个月从 { $renews } 开始。
setup-review-read = **所有能看到审核地方的人**，都会在那里看到等待决定的内容。请选一个只有管理员能看到的地方。
setup-later = 这里只展示主人自己发布的内容。发布的规定在最后一个按钮后面。
setup-lost-deleted = { $spot }：你选的地方被删除了，现在没有选任何地方。其他都没有变。
setup-lost-closed = { $spot }：我无法在你选的地方发消息，现在没有选任何地方。其他都没有变。
setup-pick-showcase = 展示的地方
setup-pick-review = 审核的地方
setup-pick-moderators = 管理员
setup-ask-spoilers = 展示的内容：
setup-ask-pictures = 成员可以直接用消息里谁的图片制作视频？如果图片是别人的，我会问里面的人是谁。

## Connect and unlink: two accounts of one human

platform-discord = Discord
platform-telegram = Telegram
connect-code = 你的连接码：**{ $code }**。它只能输入一次，有效时间 { DURATION($within_ms) }。
connect-code-where = 请你自己在另一边，在你自己和我在 { $platforms } 上的私聊里输入：**/connect { $code }**
connect-code-warning = **我们绝不会有任何人向你要这个码。** 谁输入它，谁就在请求使用你的视频库。我会在这里告诉你那是哪个账号；你在这里确认之前，什么都不会合并。
connect-confirm = { $platform } 上的 **{ $account }** 输入了你的连接码，请求与你连接。
connect-confirm-means = 如果你同意，两边就共用一个视频库：每一边都能看到、更改和删除双方的视频。
connect-confirm-warning = **只有那个账号确实是你的**，而且是你自己在那里输入了连接码，才可以同意。如果有人向你要过这个码，请按“不是我”。你确认之前什么都不会合并；这个询问在 { $until } 结束。
button-join = 是我的：合并
button-not-me = 不是我
connect-waiting = 我正在询问 { $platform } 上的 **{ $account }**。请在 { $until } 之前到那边确认；在那之前，什么都不会合并。
connect-waiting-means = 一旦确认，那个账号就和你一样能看到、更改和删除你的视频，你也能这样对待对方的视频。**那不是你自己的账号，或者这个码是别人给你的？请按“停止”。**
button-stop-joining = 停止
connect-refused = 已停止。什么都没有合并，连接码已作废，另一边会得到通知。
connect-nothing = 这里没有等待决定的事，也没有别的账号与这个账号相连。
connect-connected = 你的账号已经连在一起。
connect-joined = 已合并：从现在起你的账号连在一起。
connect-connected-means = 两边共用一个视频库。设置沿用给出连接码的那一边；输入连接码的那一边的视频排在后面，换了新编号。以后分开时，每一边拿回来自自己的一切。
button-unlink = 分开它们
connect-told-joined = { $platform } 那边已经确认：两个账号连在一起了。**如果那个账号不是你的，请马上分开**：来自你的一切都会只归还给你。
connect-told-refused = { $platform } 那边说：不是我。什么都没有合并，连接码已作废。
connect-told-stopped = { $platform } 上输入了你的连接码的账号停止了。什么都没有合并，连接码已作废。
connect-told-unanswered = 没有人及时确认，所以没有与 { $platform } 合并任何东西。连接码已作废。
connect-told-third = { $platform } 上又有一个账号输入了同一个连接码。为了不让任何人悄悄进来，连接码已作废，什么都没有合并。如果要继续，请领取新的连接码，不要给任何人。
connect-told-taken = { $platform } 上的一个账号输入了你的连接码。每个平台我只连接一个账号，而两个账号中有一个已经连接，或者都在同一个平台。什么都没有合并，连接码已作废。
connect-told-over = { $platform } 上的一个账号输入了你的一个已用过或过期的连接码。什么都没有合并。如果不是你，说明有人看到过这个码。
connect-told-parted = 在 { $platform } 那边，你的账号已经分开。每一边重新只有自己的视频，编号保持现在的样子，看不到对方的任何东西。
unlink-confirm = 要把你在 { $platforms } 上的账号分开吗？
unlink-means = 每一边拿回来自自己的一切，再也看不到对方的任何东西。编号保持现在的样子；你允许观看视频的人仍然可以看。聊天里显示对方视频的卡片会被清空，前提是平台允许；别人已经保存的会留下。
button-part = 现在分开
button-stay = 保持连接
unlink-done = 已分开。每一边重新有了自己的视频；{ $command } 显示你的。另一边会得到通知。
unlink-card = 这里原来是另一个账号的视频。两个账号分开之后，只有那个账号能打开它。
error-connect_alone = 这里没有可以连接的：我只在一个平台上。在演示里，人们没有账号。
error-connected_already = 这个账号已经和另一个连在一起。/unlink 可以分开它们。
error-not_connected = 这个账号没有和别的账号相连。用 /connect 开始。
error-account_moved = 你的账号刚刚在这一刻被连接或分开。什么都没有保存；请再试一次。
error-code_malformed = 连接码是八个字母和数字，不含 0、1、I 和 O。请到另一边再看一次；什么都没有合并。
error-code_unknown = 我不认识这个连接码，或者它已经失效。什么都没有合并。请在另一边用 /connect 领取新的。
error-wrong_codes = { $limit ->
   *[other] 已经有 { $limit } 个连接码不对。
  }在 { DURATION($within_ms) }内，我不再接受这个账号输入的连接码；现在有效的码到那时都已结束。
error-code_own = 这是这个账号自己的连接码。请在你的另一个账号、另一个平台上输入它。
error-code_over = 这个连接码已经用过，或者过期了。什么都没有合并，给出它的那一边会得到通知。
error-code_third = 在你之前有另一个账号输入过这个连接码，所以它已作废，什么都没有合并。另外两边会得到通知。如果要继续，请在另一边领取新的连接码。
error-code_taken = 每个平台我只连接一个账号，而两个账号中有一个已经连接，或者都在同一个平台。什么都没有合并，连接码已作废，另一边会得到通知。
error-pairing_over = 这件事已经决定，或者太晚了。没有因此合并任何东西。

## Notices to a community's admins

notice-lost-deleted = 关于 **{ $server }**：你为我选的一个频道或群组被删除了（{ $spot }）。现在没有选任何地方，其他都没有变。请用 { $command } 另选一个。
notice-lost-closed = 关于 **{ $server }**：我无法在你为我选的一个频道或群组里发消息（{ $spot }）。现在没有选任何地方，其他都没有变。请允许我查看它，并在那里发送消息，然后用 { $command } 重新选择。

## Help and about

help-lead = 我用你的文字、图片、声音和视频片段做短视频，每一个都保持私密：其他成员都无法打开它。
help-start = 想开始，就发一张图片、一段语音或一段视频给我，或者输入 { $command } 加上几句话。
help-question = 用平常的话提问也可以：“我的视频是私密的吗？”“你会保存到什么时候？”
help-command = { $command }
help-stop = 在视频的卡片上按“取消”就能停止制作。用 { $command } 彻底删除它：这里没有回收站，你会得到一份签名回执。
about-version = 版本
about-operator = 运营者
about-operator-unnamed = 在这台机器上启动它的人（未设置名称）
about-contact = 联系方式
about-contact-none = 未设置
about-licence = 许可证
about-licence-value = Apache-2.0，开源
about-motion = 内置动效
about-motion-value = 让镜头在你的图片上移动，或者画出一个场景。不是 AI，任何生成器都不会收到任何内容。
about-policy = 隐私政策
about-terms = 使用条款

## Chats: files that don't fit, and what comes late

chat-file-smaller = 已为这个聊天缩小：这里每个文件最多 { SIZE($limit_bytes) }。我保存的那一份没有改变。
chat-file-linked = 对这个聊天来说太大：这里每个文件最多 { SIZE($limit_bytes) }。它会以只能打开一次的链接送来。
chat-file-unsent = 对这个聊天来说太大：这里每个文件最多 { SIZE($limit_bytes) }。用更少的秒数重做一次，就放得下。
chat-late = 我无法给你发消息期间，{ $count ->
   *[other] 你有 { $count } 个视频做完了。
  }
button-show-me = 给我看 { $video }

## Discord：卡片的样子

discord-field = **{ $name }：**{ $value }
discord-choose = 在这里选择
discord-sources = 来源（{ $count }）
discord-source = ，版本 { $version }，{ $certainty }
discord-page-none = { $pages }：这里没有相应的网页。请用 { $ask } 问我。
discord-link-none = 这里没有设置网址，所以没有链接。请用 { $settings } 选择把视频发到聊天里。
discord-file-stays = 上面的文件在 Discord 那里。15 分钟之后，我就无法从那里收回它了。

## What went wrong, and what to do next

error-command_unknown = 我不认识 /{ $command }。输入 /help 看看我能做什么。
error-request_malformed = 我没能读懂这个请求。请刷新页面后重新发送。
error-option_malformed = 你为“{ $option }”填的内容不合适。请参考旁边的示例再试一次。
error-links_off = 这里没有链接：运行我的人没有设置网址。视频会发到聊天里。
error-too_many_files = { $limit ->
    [0] 这里不收文件
   *[other] 我在这里最多收 { $limit } 个文件
  }，而你发了 { $given } 个。没有保留任何内容。请减少文件后重新发送。
error-unexpected = 这里出了点问题。请再试一次；如果一直这样，请把编号 { $reference } 告诉运行它的人。
error-option_unknown = /{ $command } 没有“{ $option }”这一项。输入 / 看看它能填什么。
error-words_malformed = 这段文字里有半个字符，谁也读不出来。请重新输入。
error-option_missing = /{ $command } 需要填写“{ $option }”。输入 /help 看看怎么开始。
error-question_missing = 问我点什么吧，比如：我的视频是私密的吗？
error-question_too_long = 这个问题有 { $given } 个字符，我最多读 { $limit } 个。请问得短一些。
error-time_zone_unknown = 我不认识这个时区。请填写地区和城市，如 Asia/Shanghai；UTC 也可以。
error-video_not_found = 我没有找到你的这个视频。输入 /videos 查看你有哪些视频。
error-asset_not_found = 那个文件已经不在了。输入 /videos 查看你有哪些视频。
error-unrelated = 这不是你能做的操作。输入 /videos 查看你能操作什么。
error-end_date_in_past = 这个时间已经过去了。请给一个更晚的时间；想现在就彻底删除视频，请用 /delete。
error-end_date_too_late = 太晚了：这个视频在这里最晚只能保存到 { $latest_ms }。请给一个更早的时间。
error-erasing = 这个视频正在彻底删除，不能再对它做任何操作。
error-held = 这个视频因举报或恢复备份而被暂时冻结。你仍然可以打开它、询问它的情况和删除它。
error-banned = 这个社区的版主不允许你在那里发布。
error-prompt_or_picture_needed = 请给我几句话、一张图片、一段声音或一段视频。例如：/create prompt: 日落时平静的大海
error-text_too_long = 画面上的文字有 { $given } 个字符，最多 { $limit } 个。没有保留任何内容。请缩短后重新发送。
error-inputs_dont_mix = 我可以接收最多 { $limit } 张图片加一段声音，或一段视频加一段声音，而不是你发来的这些（图片：{ $pictures }，视频片段：{ $clips }，声音：{ $sounds }）。没有保留任何内容。请减少后再发。
error-files_missing = 没有收到文件，什么都没有改。请至少选一个，再发一次。
error-effect_needs_clip = 这个效果需要视频片段，而你没有提供。请选别的效果，或发一段视频。
error-effect_needs_picture = 这个效果需要图片或视频片段，而你没有提供。请发一个，或不选效果。
error-start_after_end = 你提供的内容在视频应当开始的那一刻（{ DURATION($start_ms) }）之前就结束了。请选更早的时间。
error-part_malformed = 我读不懂这一段。请写时长秒数，如 8；或从哪到哪，如 12-20。
error-prompt_too_long = 这段提示词有 { $given } 个字符，最多 { $limit } 个。没有保留任何内容。请缩短后重新发送。
error-seconds_out_of_range = 视频时长可以是 { $shortest } 到 { $longest } 秒，你要的是 { $given } 秒。
error-route_unknown = 这里没有设置这种制作方式。可用的有：{ $can }。
error-route_seconds = 该生成器制作 { $can } 秒的视频；你要的是 { $given } 秒。请从中选一个。
error-route_words_too_long = 该生成器最多接受 { $limit } 个字符的描述，你给了 { $given } 个。请缩短。
error-route_inputs_unfit = 该生成器接受描述和最多 { $limit } 张图片，不接受你提供的内容。请少发一些，或用内置动效制作。
error-route_one_picture = 那个生成器只接受描述和一张图片，不接受你提供的内容。请只发一张图片，或让内置动效来做。
error-route_sound_only = 接着一段视频做时，只能给文字，或一段让它说的声音，不能给别的。请去掉图片和视频片段。
error-route_words_needed = 该生成器需要描述。请说明视频要呈现什么。
error-route_picture_needed = 那里设置的模型用来让图片动起来。请发一张图片。
error-route_choice_unfit = 那里设置的模型做不到你选择的：{ $choice ->
    [negative] 不应出现的内容
    [camera] 这种镜头运动
    [quality] 这种画质
    [sound] 自带声音
    [multi_shot] 多镜头
    [continues] 接着另一个视频
    [text] 图片上的文字
   *[effect] 这种效果
  }。请去掉它。
error-cannot_draw = 内置动效画不了：{ $cannot }。它可以画：{ $can }；也可以让镜头在你的图片上移动。
error-too_many_unfinished = 你已有 { $limit } 个视频在排队或制作中，这是同时进行的上限。请等一个做完，或取消一个。
error-worker_limit = 这需要的时间或内存超过了我给一个视频的上限。请换小一点的图片、缩短时长，或用更简单的描述。
error-marking_failed = 我没能给它标上“由机器制作”的记号，所以不交付。请再试一次。
error-budget_reached = { $whose ->
    [person] 这个视频要花 { $needed_micro }，而你这个月在这里还能花 { $left_micro }。
    [community] 这个视频需要 { $needed_micro }，超过了开始它的那个社区本月还可花费的金额。
   *[everybody] 这个视频要花 { $needed_micro }，超过了这里所有人本月合起来还能花的钱。
  } 下个月从 { $renews_ms } 开始。时长短一些花得少，内置动效不花钱。
error-amount_malformed = 我看不懂这个金额。请写一个数字，例如 5 或 2.50；写 0 就什么都不能花。没有任何改动。
error-budget_not_lower = 运营者允许这里每月花费 { $most_micro }。你们的预算不能高于它。没有任何改动。
error-budget_unset = 这里的花费已经没有上限了，所以没有可以调低的。没有任何改动。
error-price_unknown = 这里的花费有上限，而这个视频要花多少还没有人定，所以我不发送。请让运营这个机器人的人定好价格，或用内置动效来做：不花钱。
error-route_not_agreed = 这样会把你给的内容送出这里。请先同意那边适用的文件；发送之前我会给你看。
error-papers_changed = 这些文件在我给你看之后有了变化。请再看一遍，然后再同意。

error-file_empty = 这个文件是空的。没有保留任何内容。请换一个。
error-file_too_large = 这个文件超过 { SIZE($limit_bytes) }，这是我能接收的上限。没有保留任何内容。请发一个小一点的。
error-file_kind_unknown = { $kind ->
    [text] 不管文件名怎么写，这个文件其实是文本。
    [unknown] 我不知道这是什么文件。
   *[other] 这种类型的文件我用不了（{ $kind }）。
  }没有保留任何内容。我接收图片（JPEG、PNG、WebP、HEIC、AVIF、GIF）、声音（WAV、MP3、M4A、FLAC、OGG）和视频片段（MP4、MOV、WebM、MKV）。
error-picture_damaged = 这张图片不完整或已损坏。没有保留任何内容。请重新保存，或换一张。
error-picture_too_many_pixels = 这张图片有 { $width } × { $height } 像素，我最多接收总共 { $limit_pixels } 像素。没有保留任何内容。请缩小后再发。
error-picture_too_small = 这张图片有 { $width } × { $height } 像素，短边至少要 { $limit_side } 像素。没有保留任何内容。请换一张大一些的。
error-picture_too_narrow = 这张图片有 { $width } × { $height } 像素，长边最多只能是短边的 { $limit_ratio } 倍。没有保留任何内容。请裁剪后重新发送。
error-codec_unknown = 这个文件里的内容我打不开（{ $codec }）。没有保留任何内容。请存为普通的 MP4 或 MP3 后重新发送。
error-file_without_media = 这个文件里没有可看的，也没有可听的。没有保留任何内容。请换一个。
error-sound_damaged = 这段声音不完整或已损坏。没有保留任何内容。请重新保存，或换一段。
error-sound_empty = 这个文件里没有可听的内容。没有保留任何内容。请换一个。
error-sound_too_long = 这段声音长达 { DURATION($given_ms) } 或更久，我最多接收 { DURATION($limit_ms) }。没有保留任何内容。请剪短后重新发送。
error-sound_too_many_channels = 这段声音有 { $given } 个声道，我最多接收 { $limit } 个。没有保留任何内容。请存为立体声后重新发送。
error-sound_rate_out_of_range = 这段声音每秒有 { $given } 个采样，我接收 { $lowest } 到 { $highest } 个。没有保留任何内容。请用 48000 保存后重新发送。
error-clip_damaged = 这段视频不完整或已损坏。没有保留任何内容。请重新保存，或换一段。
error-clip_too_long = 这段视频长达 { DURATION($given_ms) } 或更久，我最多接收 { DURATION($limit_ms) }。没有保留任何内容。请剪短后重新发送。
error-clip_too_many_pixels = 这段视频有 { $width } × { $height } 像素，我最多接收总共 { $limit_pixels } 像素。没有保留任何内容。请缩小后再发，例如 1920 × 1080。
error-clip_too_small = 这段视频有 { $width } × { $height } 像素，短边至少要 { $limit_side } 像素。没有保留任何内容。请换一段大一些的。
error-clip_too_narrow = 这段视频有 { $width } × { $height } 像素，长边最多只能是短边的 { $limit_ratio } 倍。没有保留任何内容。请裁剪后重新发送。
error-clip_too_fast = 这段视频每秒有 { $given } 帧，我最多接收 { $limit } 帧。没有保留任何内容。请降低帧率保存后重新发送。
error-clip_too_many_frames = 这张动图有 { $given } 帧，我最多接收 { $limit } 帧。没有保留任何内容。请缩短，或存为视频。
error-result_not_a_video = 生成器返回的不是视频。可能已经收费。请告诉运行我的人。
error-picture_unreadable = 我没能用这张图片做成视频。请存为 JPEG 或 PNG 后再试一次。
error-clip_unreadable = 这段视频我读不了。请存为普通的 MP4 后再试一次。
error-sound_unreadable = 这段声音我读不了。请存为 MP3、M4A 或 WAV 后再试一次。
error-start_past_end = 你提供的内容只有 { $length_s } 秒，从那一刻起已经没有内容了。请选更早的时间。
error-text_cannot_be_drawn = 这些字符我没法画在画面上：{ $letters }。请去掉后再试一次。
error-disk_full = 这台机器上没有空间了，所以没有保留任何内容。请告诉运行它的人；删除你的一个视频也能腾出一些空间。
error-title_too_long = 这个标题有 { $given } 个字符，最多 { $limit } 个。请缩短。
error-end_malformed = 我读不懂这个日期。请写成 2026-12-24，或从现在起的 3d（3 天）、12h（12 小时）。
error-video_moved_on = { $state ->
    [ready] 这个视频已经做好了。
    [failed] 这个视频其间没能做成。
    [cancelled] 这个视频已经取消了。
    [erasing] 这个视频正在彻底删除，不能再对它做任何操作。
    [gone] 这个视频已经不在了。
   *[other] 有别的操作更快：这个视频的状态已经变了。
  }输入 /videos 查看现在的情况。
error-publication_moved_on = 有人更快一步：其间这件事已有决定或已被撤回。没有做任何更改。
error-press_unknown = 那个按钮太旧了，或者不是我的。输入 /videos 获取新的。
error-press_strange = 那个按钮是别人的。
error-press_used = 那个按钮已经按过了。现在的情况如下。
error-wish_forgotten = 我已经不记得那是关于什么的了。请用 /create 重新要求制作视频。
error-link_not_found = 那个链接已经打开过、太旧了，或者不是给你的。请再要一次这个视频，就会得到新链接。
error-upload_not_found = 那次上传已经不在了。没有保留它的任何内容。请重新选择文件。
error-upload_unfinished = 这个文件还没有全部传到。请等进度条走满后再发送。
error-upload_overlong = 这个文件比预先说的要长。没有保留它的任何内容。请重新选择。
error-too_many_uploads = 我同时最多替你留着 { $limit } 个文件，现在已经满了。请先把它们发出去或去掉一个，再添加这个。
error-uploads_too_large = 我同时最多替你留着 { SIZE($limit_bytes) } 的文件，加上这个就超了。请先发送其他文件，或去掉一个。

## Discord: what commands and options are called there

name-create = 创建
name-create-prompt = 文字
name-create-image = 图片
name-create-end_image = 结尾图片
name-create-audio = 声音
name-create-video = 片段
name-create-shape = 画幅
name-create-seconds = 秒数
name-create-more = 更多
name-videos = 我的视频
name-videos-video = 视频
name-privacy = 隐私
name-privacy-video = 视频
name-ask = 提问
name-ask-question = 问题
name-enddate = 到期
name-enddate-video = 视频
name-enddate-until = 时间
name-delete = 删除
name-delete-video = 视频
name-settings = 设置
name-settings-time_zone = 时区
name-settings-language = 语言
name-settings-delivery = 送达方式
name-connect = 连接账号
name-connect-code = 连接码
name-unlink = 分开账号
name-setup = 社区设置
name-help = 帮助
name-about = 关于

## Discord: the menu of a message, and mentions in servers

menu-picture = 用这张图片做视频
menu-private = 这是私密的吗？
menu-report = 举报
button-answer-privately = 私下回答我
door-answer-lead = { $person }，我只私下回答，这样别人就看不到。
door-question-gone = 那个问题已经不在了：我只把问题放在内存里，最多十分钟，而且只回答一次。请用 { $command } 再问一次；别人看不到。
door-not-mine = 那条消息不是我发的，或者里面没有你的视频，所以我对它一无所知。谁能读到它由 Discord 决定：现在或以后能看到这个频道的所有人，还有 Discord 自己。要问你自己的视频，请用 { $command }。
door-report = 那条消息不是我发布的视频帖子，所以我在那里没有什么可以撤下。这个服务器的版主可以删除它，Discord 也通过“举报消息”受理举报。我做的事由 { $operator } 负责：{ $contact }。
error-picture_of_another = 那张图片是别人发的，所以我不动它。请用你自己发的图片，或者用 /create 添加你的图片。
error-message_without_picture = 那条消息里没有图片。请选一条带图片附件的消息；图片链接不算。
error-upload_broken = 那个文件在传来的路上中断了。没有保留它的任何内容。请重新发送。
error-not_admin = 只有有权管理这个服务器或群组的人，才能更改我在那里的工作方式。
error-community_not_found = 那个服务器或群组没有在这里设置，或者我已经不在那里了。请在你想设置的地方使用 /setup。
error-places_alike = 展示和审核不能是同一个地方：那样所有人都会看到还没有决定的内容。什么都没有改。请另选一个。
error-too_many_moderators = 你选了 { $given } 个管理员，最多 { $limit } 个。什么都没有改。一个身份组算一个。
error-id_malformed = 我看不懂这个选择。什么都没有改。请重新选择。
error-everybody_moderates = 那个身份组包括所有人：那样人人都是管理员了。什么都没有改。请另选一个。
error-portrayed_unsaid = 请先说明里面是谁。按钮在卡片上，用 /videos 可以看到。

## Discord: what broke off

discord-broke-off = 这件事在这里中断了，没有做完。请看 { $command }，或者再问一次。
button-open-form = 打开表单

## Telegram: in groups, and setting them up

button-open-chat = 打开我们的聊天
telegram-group-private = 我只私下回答。我的回答在我们的聊天里。
telegram-group-start = 我只私下回答，而 Telegram 不允许我先给你发消息。请打开我们的聊天，点“开始”，然后在那里问我。
telegram-group-anonymous = 我只私下回答，但我不知道你是谁：你是以群组或频道的名义发言的。请用你自己的身份再问一次。
telegram-group-seen = 你给的东西在群组里，所有人都看得到。我用它做的视频，其他成员都无法打开。
telegram-ask-place = 选哪个频道或群组？你必须是它的管理员，我也必须在里面，并且可以发消息。
telegram-ask-people = 由谁来管理？最多选 { $most } 个人；他们会取代之前选的人。
telegram-picked-now = 现在选的是：{ $names }。
telegram-picked = 现在是这样的。
telegram-picked-late = 这个选择来得太晚，什么都没有改。请再点一次卡片上的按钮，或者在群组里使用 { $command }。
error-place_not_theirs = 你不是那里的管理员，或者 Telegram 没有告诉我。什么都没有改。请另选一个地方。
error-place_closed = 我无法在那里发消息。什么都没有改。请把我加进去，允许我在那里发消息（在频道里要设我为管理员），然后重新选择。
## Telegram: files that leave the chat, and what comes late
## Telegram: files that leave the chat

card-tidied = 为了保持聊天整洁，**{ $video }** 已离开这个聊天。我仍然保存着它。
card-uploads-left = 你为它发来的文件已超过 48 小时：我无法再把它们从这里移除，你可以。
button-show-again = 再次显示
telegram-file-stays = 上面的文件在 Telegram 那里。它会留在这个聊天里，直到你删除它，或删除视频。

## Telegram：卡片的样子

telegram-field = **{ $name }：**{ $value }
telegram-choose = 在这里选择
telegram-sources = 来源（{ $count }）
telegram-sources-some = 来源 { $first } 至 { $last }
telegram-source = ，版本 { $version }，{ $certainty }
telegram-page-none = { $pages }：这里没有相应的网页。请用 { $ask } 问我。
telegram-page-address = { $page }：{ $address }
telegram-link-none = 这里没有设置网址，所以没有链接。请用 { $settings } 选择把视频发到聊天里。
telegram-pick-none = 不选：{ $what }
telegram-pick-group = 选择群组
telegram-pick-channel = 选择频道
telegram-pick-people = 选择成员

## Telegram：一个接一个的问题

telegram-ask-step = 第 { $number } 个问题，共 { $count } 个
telegram-ask-given = { $value }
telegram-ask-now = 现在是：{ $value }
telegram-ask-keep = 保持：{ $value }
telegram-ask-empty = 留空
telegram-ask-go-on = 继续
telegram-ask-forget = 不用问了
telegram-ask-choose = 请用按钮选一个。
telegram-ask-needed = 这一项需要回答。请输入，或者按“取消”。
telegram-ask-files = 请像平时一样，把文件直接发到这里。
telegram-ask-too-long = 你写了 { $given } 个字；这里最多 { $limit } 个。请写短一些。
telegram-ask-aside = 刚才我在问你这个。最多等一天。在你按“继续”之前，你写的话都不算回答。
telegram-ask-over = 那个问题已经结束了。这个按钮没有改变任何东西。
telegram-cancelled = 已停止。你的回答我已经忘掉，什么都没有改变。
telegram-cancel-none = 这里没有可以停止的。正在制作的视频，卡片上有“取消”；用 /videos 可以看到。

## Telegram：欢迎

telegram-welcome = **你好。**我用你的照片、语音、视频片段和文字做短视频，每一个都保持私密：其他成员都无法打开它。
telegram-welcome-private = 我的运营者是 { $operator }，在技术上有能力打开它。与机器人的聊天没有端到端加密：你发到这里的，和我发给你的，也都在 Telegram 的服务器上。
telegram-welcome-more = { $privacy } 会告诉你：你在这里的东西谁能看到、谁能使用、保存到什么时候、什么是谁也无法撤销的。{ $delete } 会把一个视频彻底删除。
telegram-welcome-try = **可以试三件事：**发一张照片或一段语音给我，让我画一个场景，或者问我一个问题。
telegram-try-words = 做一片日落时平静的大海
telegram-try-prompt = 日落时平静的大海
telegram-try-question = 我的视频是私密的吗？
telegram-try-help = 你还会做什么？
## Telegram: what comes in

telegram-album-apart = 这些不能放进同一个视频，所以各自成为一份草稿。请开始你想要的；{ $command } 会全部列出。
telegram-album-late = 这一张来晚了，视频已经开始制作：这是一份新草稿。
error-telegram_too_large = Telegram 交给机器人的文件最大为 { SIZE($limit_bytes) }，这个更大。什么都没有保存。请作为视频而不是文件发送（会变小），或只发较短的一段。运行此机器人的人可以用自己的 Bot API 服务器解除限制。
error-telegram_no_use = 这个我用不了。请发送图片、视频、GIF、语音或文字；/help 会告诉你如何开始。
error-update_carried = 我在回答时被打断了。你要的事只做了一次；/videos 会列出你的视频。

## Sharing

video-titled-others = “{ $title }”
video-untitled-others = 无标题
command-share = 让你选择的人看一个视频，直到某个日期，或直到你停止
option-share-video = #1、标题中的词，或 last（最新的）
option-share-person = 谁可以看；不填就在卡片上选
option-share-until = 日期，如 2026-12-24；或从现在起多久，如 3d（3 天）、12h（12 小时）
command-unshare = 停止分享一个视频：对一个人，或对所有人
option-unshare-video = #1、标题中的词，或 last（最新的）
option-unshare-person = 谁不能再看；不填就是所有人
command-whosaw = 查看谁打开过你分享的视频，什么时候打开的
option-whosaw-video = #1、标题中的词，或 last（最新的）
command-objection = 写一封信，要求生成服务停止使用某个视频
option-objection-video = #1、标题中的词，或 last（最新的）
option-objection-prompt = 把你为视频写的话放进信里
name-share = 分享
name-share-video = 视频
name-share-person = 人
name-share-until = 时间
name-unshare = 停止分享
name-unshare-video = 视频
name-unshare-person = 人
name-whosaw = 谁看过
name-whosaw-video = 视频
name-objection = 反对信
name-objection-video = 视频
name-objection-prompt = 文字
button-share = 分享
button-back-to-video = 返回视频
share-nobody = { $video } 没有分享给任何人。你选择的人可以观看和保存它；他们看不到你写的话，也看不到你提供的素材。
share-people = { $video } 正在分享。下面这些人可以观看和保存它；他们看不到你写的话，也看不到你提供的素材。
share-person = { $person }
share-nameless = 你选择的某个人
share-open = 直到你停止分享
share-dated = 到 { $when } 为止
share-waits = { $until }；等对方第一次给我发消息
share-told = **{ $person }** 现在可以看了，我会告诉对方。
share-untold = **{ $person }** 可以看了。我不能先给对方发消息：请让对方给我发送 { $command }。
share-again = **{ $person }** 之前就可以看。日期以你现在选的为准。
share-ends-first = 视频本身将于 { $when } 彻底删除，分享最晚到那时结束。
share-pick = 分享给
share-until-lead = 可以看到什么时候？
button-share_1d = 1 天
button-share_7d = 7 天
button-share_on = 直到我停止
share-stop-lead = 停止分享给其中一个人：
button-unshare = 停止全部分享
button-whosaw = 谁看过
button-objection = 反对信
unshare-done = 已停止。这 { $count } 个人在这里不能再打开它。他们已经保存或转发的内容无法收回。
unshare-none = 它没有分享给任何人。
whosaw-lead = 打开过 { $video } 的人，最近的在前：
whosaw-none = 除了你，我没有把 { $video } 交给过任何人。
whosaw-nameless = 某个已不再分享的人
whosaw-when = { $when }，{ $through }
through-discord = 在 Discord
through-telegram = 在 Telegram
through-web = 在浏览器里
whosaw-limits = 我会记下交出视频的时间，每个人每十分钟最多记一次。我看不到谁在聊天里又看了一遍，也看不到有什么被保存或转发。
shared-notice = **{ $person }** 把 { $video } 分享给了你。你可以打开它，{ $until }。
shared-somebody = 使用这个机器人的某个人
shared-card = **{ $video }，{ $seconds } 秒**，由 { $person } 分享给你。
shared-until = 你可以打开它
shared-latest = 最晚到 { $when }；视频的主人可以提前停止
shared-lead = 别人分享给你的视频，最新的在前：
shared-entry = { $video }，{ $seconds } 秒，来自 { $person }
shared-over = 这个视频不再对你开放。
shared-muted = 这个人再分享什么，我都不会通知你。你仍然可以打开：{ $command } 会显示。
shared-sees = 1 **谁能看到：** { $person }、你，还有视频主人选择的其他人；我不会说是谁。这台服务器的运营者在技术上有能力打开它。
shared-uses = 2 **谁会使用：** 在这里，只用于运行服务。视频属于它的主人：能打开它，不等于有权发布它。
shared-copies = 3 **副本在哪：** 在这里，已加密封存；还有我给你看视频的这个聊天里。
shared-how-long = 4 **到何时：** 你可以打开它，{ $until }。
shared-undone = 5 **无法撤销：** 你或其他人已经保存或转发的内容。视频的主人可以看到你打开过它，以及什么时候。
button-show-it = 打开看看
button-mute = 不再接收此人的通知
button-notices-off = 不要分享通知
button-notices-on = 有人分享视频时通知我
settings-notices = 分享给你的视频
chat-notices-on = 有人把视频分享给你时，我会通知你。
chat-notices-off = 我不通知你；/videos 会显示分享给你的视频。
error-share_nobody = 请先选择至少一个人。
error-share_oneself = 那就是你自己：你本来就能打开它。
error-share_not_ready = 只有做好的视频才能分享。这个还没做好。
error-share_date_past = 这个时间已经过去了。请给一个更晚的时间；想现在停止分享，请用 /unshare。
error-share_full = 一个视频最多分享给 { $limit } 个人。请先停止分享给其中某个人。
error-share_not_with = 它没有分享给这个人。
error-person_is_bot = 那是一个机器人。视频只能分享给人。
telegram-ask-receivers = 分享给谁？最多选 { $most } 个人。
## Channels on Discord

discord-post-coming = 一段视频马上就到。
discord-post-gone = 这段视频已被撤回。
discord-post-too-large = 视频本身太大，这个频道放不下。
discord-review-coming = 有内容等待审核。
discord-review-gone = 这里已经没有等待审核的内容了。
discord-look-over = 这里已经没有等待审核的内容了，所以刚才给你看的已从这条消息中移除。
## Telegram：展示与审核

telegram-post-coming = 马上会有一段视频出现在这里。
telegram-post-gone = 这里的视频已被收回。
telegram-review-coming = 马上会有一项待审核的内容出现在这里。
telegram-review-gone = 这里已没有等待处理的内容。
telegram-look-coming = 你要看的视频马上出现在这里。
telegram-look-sent = 已发到我们的私聊，只给你一人看。做出决定后它会从那里消失。
telegram-look-start = 我只在私聊里给你看，而 Telegram 不允许我先开口。请打开我们的私聊，点“开始”，再回来点一次。
telegram-look-gone = 已经没有可看的了：它已被收回或已有决定。
telegram-press-asked = 其余的我在私聊里问你。
telegram-press-start = 其余的我只在私聊里问，而 Telegram 不允许我先开口。请打开我们的私聊，点“开始”，再回来点一次。
## Review: what moderators decide

command-review = 决定这个社区展示什么：查看待审、下架、封禁、暂停发布（供版主使用）
option-review-action = 要做什么；不填就看等得最久的那一个
option-review-publication = 这里展示的内容的链接，或者链接的最后一段
name-review = 审核
name-review-action = 操作
name-review-publication = 发布内容
action-queue = 查看待审
action-remove = 下架
action-reinstate = 重新展示
action-ban = 封禁作者
action-unban = 解除封禁
action-pause = 暂停发布
action-resume = 恢复发布
button-review-look = 查看
button-review-approve = 通过
button-review-decline = 不通过
button-review-hold = 冻结
button-review-lift = 解除冻结
button-review-skip = 跳过
button-review-undo = 撤销
button-review-next = 下一个
button-review-remove = 下架
button-review-reinstate = 重新展示
button-review-ban = 封禁作者
button-review-unban = 解除封禁
button-review-back = 返回
review-elsewhere = 社区展示什么，要在那个社区里决定。请到你担任版主的服务器或群组里使用 { $command }。
review-none = 这里没有等待决定的内容。
review-queue = { $count ->
   *[other] 这里有 **{ $count }** 个等待决定，等得最久的排在最前面。
  }
review-over = 已决定。这是最终决定，所以你不会再看到它。作者会得知结果，但不会知道是谁决定的。
review-held = **已冻结：** 只有作者和这个社区的版主能打开它。
review-new = **{ $title }** 等待决定，目前还没有展示任何内容。
review-edit = **{ $title }** 是对现有展示内容的修改。在你决定之前，展示的仍是原先通过的版本。
review-approved = **{ $title }** 已通过，{ DURATION($ms) }后发出。在那之前可以撤销。
review-state-appealed = **{ $title }**：作者提出申诉，请另一个人再看一次。你的决定是最终决定。
review-state-shown = **{ $title }** 正在这里展示。
review-state-declined = **{ $title }** 没有通过。作者会得知原因，但不会知道是谁决定的，并且可以申诉一次。
review-state-removed = **{ $title }** 已下架。作者会得知原因，但不会知道是谁决定的，并且可以申诉一次。
review-state-withdrawn = 作者收回了 **{ $title }**。
review-state-expired = **{ $title }** 的展示期已经结束。
review-state-draft = 作者正在修改 **{ $title }**。
review-untitled = 无标题
review-description = 说明
review-tags = 标签
review-length = 时长
review-audience = 给谁看
review-audience-community = 这个社区
review-audience-anyone = 任何人，网页上也能看到
review-portrayed = 画面里的人
review-portrayed-own = 没有说明
review-portrayed-unsaid = 没有说明
review-portrayed-self = 作者说只有本人
review-portrayed-agreed = 作者说有其他人，而且他们同意了
review-portrayed-nobody = 作者说没有真人
review-credit = 署名
review-anonymous = 无，匿名
review-until = 展示到
review-waits = 等待
review-since = 从 { $when } 起
review-for = 已等 { DURATION($ms) }
review-record = 这位作者在这里
review-record-none = 目前没有其他展示中、未通过或下架的内容
review-record-counts = 展示中：{ $shown }，未通过：{ $declined }，下架：{ $removed }
review-reason = **原因：** { $why }。
why-rules = 违反了这个社区的规则
why-consent = 画面里的人可能没有同意
why-adult = 裸露或性内容
why-harm = 暴力、仇恨或危险内容
why-spam = 广告或垃圾内容
why-other = 其他原因
why-deleted_there = 它的帖子在频道里被删除了
why-held = 它因举报而被冻结
why-banned = 作者现在不能在这里发布
review-note = **版主的话：**“{ $note }”
review-history = **来龙去脉：** { $what }。
review-past-propose = { $when } 提交
review-past-show = { $when } 展示
review-past-approve = { $when } 通过
review-past-post = { $when } 发出
review-past-decline = { $when } 未通过
review-past-remove = { $when } 下架
review-past-reinstate = { $when } 重新展示
review-past-appeal = { $when } 申诉
review-past-withdraw = { $when } 收回
review-past-expire = { $when } 到期
review-past-decline_again = { $when } 再次未通过
review-past-remove_again = { $when } 再次下架
review-past-grant_appeal = { $when } 申诉成功
review-poster = 封面，已强烈模糊。按“查看”只为你一个人打开视频。
review-alt = 等待决定的视频：{ $title }
review-yours = 在 { $until } 之前由你决定，别人不能决定。你查看过这件事会记录下来。
review-ask-why = 原因，会发给作者
review-ask-note = 用你自己的话说，会发给作者，不带你的名字
review-form-decline = 不通过：为什么？
review-form-remove = 下架：为什么？
review-ban-confirm = 在 { $until } 之前禁止这位作者在这个社区发布吗？对方的内容不会再在这里发出；已经展示的会留着，直到你下架。即使对方注销账号，封禁仍然有效：我为对方的每个账号保留一个带密钥的代码，它不会告诉任何人那是谁。
review-banned = 已封禁到 { $until }：这位作者不能在这个社区发布。
review-unbanned = 封禁已解除：这位作者又可以在这里发布了。
review-not-banned = 这位作者在这里没有被封禁。什么都没有变。
review-cannot-held = 它处于冻结状态。请先解除冻结，或者就这样留着。什么都没有变。
review-cannot-banned = 作者被这个社区封禁了。请先解除封禁。什么都没有变。
review-paused = 这里已暂停发布：谁都不能提交新的内容。等待中的仍可以决定，展示中的会留着。用 { $command } 可以恢复。
review-resumed = 这里恢复发布了。{ $command } 显示等待决定的内容。
review-name-it = 哪一个？请在命令里给出它的链接，或者链接的最后一段。
review-nothing-shown = 这里现在没有展示任何内容。
review-which = { $action }：哪一个？
review-entry = { $title }，{ $seconds } 秒
error-claimed = 在 { $until_ms } 之前有别人在看，由那个人决定。
error-own_decision = 第一次就是你决定的。申诉要由另一个人处理：另一位版主，或者运营者。
error-own_publication = 这是你自己的视频。这里还有别的版主在做决定，请留给他们。什么都没有变。
error-note_too_long = 这段话有 { $given } 个字符，最多 { $limit } 个。什么都没有变。请写短一些。
error-not_moderator = 只有这个社区的版主可以这样做。
## Showcase and desk

page-back = 回到聊天
page-ways = 其他页面
page-pages = 列表的各页
demo-place = 演示
demo-waiting = { $count ->
    [0] 没有视频在等待决定。
   *[other] 有 **{ $count } 个视频**在等待决定。
  }
button-desk = 打开审核台
showcase-title = 展示
showcase-empty = 这里现在没有展示任何内容。
showcase-tags = 标签
showcase-newest = 回到最新
showcase-older = 更早的
showcase-gone-now = 有一个视频被撤回，不再展示。
showcase-gone = 这个地址没有展示任何内容。
showcase-new = 新增了一个视频。
showcase-untitled = 无标题
showcase-by = { $name } 的作品
showcase-anonymous = 作者选择匿名
showcase-about = { DURATION($length_ms) }，{ $shown } 起展示
showcase-play = 播放“{ $title }”
desk-title = 审核台
desk-count = { $count ->
    [0] 没有视频在等待。
   *[other] 有 { $count } 个视频在等待，等得最久的排在最前。
  }
desk-closes = 审核台会自动关闭：{ $until }。之后请向机器人要一个新链接。
desk-history = 已做的决定
desk-back = 回到审核台
desk-first-page = 回到第一页
desk-next-page = 下一页
desk-empty = 新来的会自动出现在这里。
desk-nothing-past = 还没有做过任何决定。
desk-list = 等待决定的视频
desk-actions = 对选中的内容
desk-selected = 已选：{ $count }
desk-select = 选择“{ $title }”
desk-look = 查看
desk-approve = 通过
desk-decline = 拒绝
desk-hold = 冻结
desk-lift = 解除冻结
desk-skip = 跳过
desk-undo = 撤销
desk-help = 按键和帮助
desk-keys = 使用单个按键（如果碍事可以关掉）
desk-key-next = 下一个或上一个
desk-key-select = 选中或取消
desk-why = 理由，会发给作者
desk-note = 你自己的话，也会发给作者
desk-cancel = 取消
desk-approve-all = 通过选中的
desk-decline-all = 拒绝选中的
desk-outcomes = 各项结果
desk-video = 视频“{ $title }”
desk-new = 有新的内容在等待。
desk-nothing-to-undo = 没有可以撤销的操作。
desk-closed = 这个审核台不对你开放，或者已经自动关闭。请向机器人要一个新链接。
desk-door = 这个按钮后面是你们社群的审核台。链接只能打开一次，审核台会开放十分钟。
desk-door-open = 打开审核台
desk-door-gone = 这个链接已经打不开任何内容：它被用过，或者太旧了。请向机器人要一个新的。
desk-kind-new = 新视频
desk-kind-edit = 对展示内容的修改
desk-kind-appeal = 申诉
desk-waits = 已等待 { DURATION($waited_ms) }
desk-length = 时长 { DURATION($length_ms) }
desk-audience-community = 将展示给这个社群
desk-audience-anyone = 将在网上展示给任何人
desk-faces-own = 画面中的人：来自作者自己的图片
desk-faces-unsaid = 画面中的人：没有说明
desk-faces-self = 画面中的人：据作者说，只有本人
desk-faces-agreed = 画面中的人：据作者说，是别人，他们同意了
desk-faces-nobody = 画面中的人：据作者说，没有真人
desk-credit = 署名：{ $name }
desk-anonymous = 署名：匿名
desk-record = 作者在这里：展示 { $shown } 个，拒绝 { $declined } 个，下架 { $removed } 个
desk-held = 已冻结：只有作者和版主能打开。
desk-claimed = 另一位版主正在查看，到 { $until } 为止。
desk-first-removed = 第一次决定将它下架：{ $why }。
desk-first-declined = 第一次决定拒绝了它：{ $why }。
desk-first-note = 第一位版主的说明：“{ $note }”
desk-done-look = 五分钟内由你来决定。
desk-done-approve = 已通过。30 秒后展示，在那之前你可以撤销。
desk-done-shown = 已通过，现在已经展示。
desk-done-decline = 已拒绝。作者会知道理由，但不会知道是谁决定的。
desk-done-undo = 已撤销：它又在等待决定。
desk-done-skip = 已跳过，别人可以接手。
desk-done-hold = 已冻结：只有作者和版主能打开。
desk-done-lift = 冻结已解除。
desk-own-decision = 第一次是你决定的。申诉由另一位版主决定。
desk-late = 有人更快一步：其间它已有决定或已被撤回。没有做任何更改。
desk-gone = 它已不在这里，或者不由你决定。没有做任何更改。
desk-when = { $at }
desk-by-you = 你
desk-by-another = 另一位版主
desk-not-yours = 你已不能查看
desk-verb-approve = 已通过
desk-verb-decline = 已拒绝
desk-verb-remove = 已下架
desk-verb-reinstate = 重新展示
desk-verb-grant_appeal = 申诉后展示
desk-verb-decline_again = 申诉后再次拒绝
desk-verb-remove_again = 申诉后再次下架
desk-verb-withdraw = 通过的决定已撤销
## Publishing

command-publish = 请这个服务器或群组展示你的一个视频
option-publish-video = #1、标题中的词，或 last（最新的）
command-unpublish = 把视频从展示它的地方撤回，马上生效
option-unpublish-video = #1、标题中的词，或 last（最新的）
option-unpublish-everywhere = 从所有服务器和群组撤回，不只是这一个
command-hide = 让别人都看不到某个视频，但什么也不删除
option-hide-video = #1、标题中的词，或 last（最新的）
name-publish = 发布
name-publish-video = 视频
name-unpublish = 撤回
name-unpublish-video = 视频
name-unpublish-everywhere = 全部
name-hide = 隐藏
name-hide-video = 视频
button-publish = 发布
publish-elsewhere = 视频要在展示它的服务器或群组里发布。请到那里（我也在的地方）输入 { $command } #{ $number }。
publish-draft = { $community }：要发布 **{ $video }** 吗？现在什么都还没有发布。
publish-rules = **这里的规则：**
publish-rule = { $rule }
publish-title = 标题
publish-untitled = 无标题
publish-description = 说明
publish-none = 没有
publish-tags = 标签
publish-name = 名字
publish-anonymous = 匿名
publish-audience = 给谁看
publish-audience-community = 只给这个社区
publish-audience-anyone = 任何人，网上也可以
publish-ask-who = **里面是谁？** 你的回答会和发布的内容一起保存，版主会看到。
publish-ask-name = **用什么名字？**
publish-ask-audience = **给谁看？**
publish-ask-until = **展示到什么时候？**
button-pub7d = 7 天
button-pub30d = 30 天
button-pub90d = 90 天
button-words = 修改文字
button-with-name = 署名
button-as-name = 署名 { $name }
publish-form = 展示 { $video } 时写什么
publish-form-title = 标题；留空就是“无标题”
publish-form-description = 能看到什么，也给看不见的人
publish-form-tags = 标签，用逗号隔开，最多 { $most } 个
publish-form-credit = 展示的名字；留空就不署名
publish-form-until = { $video } 要展示到什么时候？
publish-first = **首先：** 版主，以及能看到审核地方的人，会看到模糊的封面和你在上面选的内容。为了做决定，版主可以打开视频。你的提示词和你给的材料：看不到。
publish-first-count = **首先：** 能看到审核地方的 { $count } 个人会看到模糊的封面和你在上面选的内容。为了做决定，版主可以打开视频。你的提示词和你给的材料：看不到。
publish-then = **如果通过：** 这个社区的每个人，现在和以后。网上：{ $web }。
publish-at-once = **马上：** 这个社区的每个人，现在和以后；事先没有人审核。网上：{ $web }。
publish-web-community = **不展示**
publish-web-anyone = **展示，任何人都能看**
publish-readers = 现在有 { $count } 个人能看到展示的地方。
publish-name-shown = **名字：** { $name }。
publish-name-none = **名字：** 匿名。展示的内容不提任何人的名字。
publish-people = **出现的人：** { $who }。
publish-people-self = 只有你
publish-people-agreed = 别人，他们同意了
publish-people-nobody = 没有真人
publish-people-unsaid = 你还没有说明
publish-until = **直到：** { $when }。你随时可以撤回；别人在那之前存下的副本会留下。
publish-missing-who = 发送之前，请先说明里面是谁。
button-to-moderators = 发给版主
button-show-now = 现在展示
publish-stopped = 什么都没有发送。**{ $video }** 的草稿和视频在一起，只有你能看到。
publication-community = 你的社区
publication-held = **因举报而被暂时冻结。** 只有你和处理举报的人能打开它。
publication-stays = 现在展示的内容保持通过时的样子，直到这一版取代它。
publication-proposed = { $community }：从 { $when } 起，版主手里有 **{ $video }**。在他们通过之前，那里没有别人能看到它。
publication-approved = { $community }：**{ $video }** 已通过，{ $when } 开始展示。
publication-shown = { $community }：**{ $video }** 展示到 { $when }。
publication-declined = { $community } 没有发布 **{ $video }**。
publication-removed = { $community } 撤下了 **{ $video }**。那里没有人再能看到它。
publication-appealed = { $community }：另一个人会重新看 **{ $video }**；你在 { $when } 提出了申诉。等待期间不会删除它，最多 14 天。
publication-withdrawn = { $community }：**{ $video }** 已撤回。那里没有人能看到它。
publication-expired = { $community }：**{ $video }** 的展示时间到了。那里没有人再能看到它。
publication-kept-held = { $community }：**{ $video }** 没有展示出来，因为它因举报而被冻结。
publication-kept-banned = { $community }：**{ $video }** 没有展示出来，因为版主现在不允许你在那里发布。
publication-reason = 原因：{ $why }。
publication-note = 版主的说明：“{ $note }”
publication-ends = 还有谁能打开它，和以前一样。它会在 { $when } 从这里彻底删除。
publication-appeal = 你可以申诉一次，截止 { $until }：到时由另一个人决定。等待期间不会删除视频，最多 14 天。
publication-final = 你申诉过了，决定不变。
publication-left = 保持原样。什么都没有发送。
publication-page = 打开它的网页
button-fix = 修改后再发一次
button-publish-again = 再发布一次
button-appeal = 申诉
button-leave-it = 就这样吧
button-take-back = 撤回
button-take-down = 停止展示
button-to-video = 视频
button-publication = 发布的内容
card-publication-proposed = { $community }：从 { $when } 起等待版主。
card-publication-approved = { $community }：已通过，{ $when } 开始展示。
card-publication-shown = { $community }：展示到 { $when }。
card-publication-declined = { $community }：没有通过。
card-publication-removed = { $community }：被版主撤下了。
card-publication-appealed = { $community }：另一个人会重新看。
card-publication-kept = 你给的材料和你写的话会在下面的日期删除。视频在展示或等待期间保留，到 { $when } 为止，最多再加一天。
unpublish-one = { $community }：要撤回 **{ $video }** 吗？
unpublish-all = 要从所有地方撤回 **{ $video }** 吗？
unpublish-shown = { $community }：正在展示。
unpublish-waits = { $community }：等待决定。
unpublish-means = 那里的其他人马上就打不开它，平台一允许我就把帖子拿掉。别人在那之前存下的会留在他们手里。什么都不会删除。
unpublish-nothing = **{ $video }** 没有在任何地方展示，也没有在任何地方等待。
unpublish-done = { $count ->
    [0] { $video } 已经没有在展示或等待的了。
   *[other] 已撤回：{ $count } 个社区的其他人都打不开 { $video } 了。
  }
button-take-back-now = 现在撤回
hide-confirm = 要让别人都看不到 **{ $video }** 吗？
hide-means = 其他人马上就打不开它：你选的人、还没打开过的一次性链接，以及任何在展示或等待的地方，都一样。平台一允许，我就把帖子和文件拿掉。别人在那之前存下的会留在他们手里。什么都不会删除。
hide-shared = 已分享给 { $count } 人。
hide-done = 现在没有别人能打开 **{ $video }** 了。
button-hide = 现在隐藏
post-title = **{ $title }**
post-words = { $words }
post-by = 作者
post-alt = { $words }
post-alt-none = 一个 { $seconds } 秒的视频，没有说明
button-terms = 这里的发布
button-rules = 写规则
terms-lead = 从现在起，在这里发布按这些来。已经在展示的保持原样。
terms-rules = **规则**，会给在这里发布的每个人看：
terms-rules-none = 还没有规则。
terms-ask-moderated = 由谁决定展示什么？
terms-moderated = 版主，事先决定
terms-unmoderated = 没有人，马上展示
terms-ask-world = 成员可以发布给谁看？
terms-world = 也给网上的任何人
terms-members = 只给这个社区
terms-ask-quota = 一个人 24 小时内可以发布几个视频？
terms-quota = { $count }
terms-form = 在这里发布的规则
terms-form-rules = 一行一条规则；留空就没有规则
error-publishing_paused = 版主暂停了这里的发布。已经在等的仍会有决定。请过些时候再试。
error-not_member = 在服务器或群组里，只有成员能发布，而且只能在那里发布。请在要展示它的那一个里输入 /publish。
error-appeal_closed = 这件事已经申诉过，或者不能再申诉了。
error-publication_not_found = 这里没有你能看的这一项：它已有决定或已被收回，或者不是你的。/videos 列出你所有的视频。
error-until_malformed = 这不行：最晚可以展示到 { $latest_ms }，而且开始要早于结束。
error-world_closed = 这里的视频只给这个社区看。请选它，然后再发一次。
error-publishing_quota = 在这里，一个人 24 小时内可以发布 { $limit } 个视频，你已经发布了。什么都没有丢：明天再发这份草稿。
error-description_too_long = 这段说明有 { $given } 个字符，最多 { $limit } 个。请缩短。
error-tags_too_many = 你给了 { $given } 个标签，最多 { $limit } 个。请去掉一些。
error-tag_too_long = 有一个标签有 { $given } 个字符，最多 { $limit } 个。请缩短。
error-credit_too_long = 这个名字有 { $given } 个字符，最多 { $limit } 个。请缩短。
error-rules_too_long = 这些规则有 { $given } 个字符，最多 { $limit } 个。没有做任何更改。请缩短。
seen-private-reviewed = 除了对它做决定的版主，其他成员都打不开。
seen-selected-reviewed = 你选的人，以及对它做决定的版主，可以打开它。
delete-published = 它正在某个社区展示或等待：这会一起结束，平台一允许我就把帖子拿掉。
delete-elsewhere = 发送到 { $route } 的内容会留在那里{ $until ->
    [none] {""}
   *[other] ，据它说大约到 { $until }
  }：我无法在那里删除。

## 由运营者决定的

error-own_for_operator = 这是你自己的视频，而且这里没有已知的其他版主在做决定：由运营者或另一位版主决定。什么都没有变。
publication-escalated = 30 天来这里没有别的版主做过决定，所以运营者也可以在自己的页面上决定这件事。
publish-idle = 这个社区本来会立即展示视频，但已经 7 天没有人管理。所以先由版主查看。
publish-alone = 30 天来这里没有别的版主做过决定。所以运营者也可以做决定，并为此打开视频。
setup-lost-idle = 这里已经 7 天没有人管理。所以发布的内容先等待决定，尽管这里本来会立即展示。只要有版主查看了等待的内容，或管理员在这里改了什么，就会恢复。
notice-lost-idle = **{ $server }** 已经 7 天没有人管理。所以在那里发布的内容现在要等待决定，尽管你选择了立即展示。只要有版主查看了等待的内容，或管理员用 { $command } 改了什么，就会恢复立即展示。
desk-title-operator = 由运营者决定的
desk-fell-to-you = 这里没有已知的其他版主，所以由你决定
## Reports and cases

command-report = 举报有害的视频，并得知结果
option-report-video = 所展示内容的链接；不填就从别人分享给你的里面选
name-report = 举报
name-report-video = 视频
button-report = 举报
report-how = 要举报社区展示的内容，请在帖子上选“举报”，或者发 { $command } 并附上它的链接。
report-shared = 或者选择别人分享给你的：
report-entry = { $video }，来自 { $person }
report-publication = 你将要举报 **{ $title }**。
report-means = 做决定的人会读到你写的话，但不会知道你是谁。视频的主人也不会知道。
report-form = 举报视频
report-ask-complaint = 有什么问题？
report-ask-words = 需要知道什么？
complaint-intimate = 未经同意的私密内容
complaint-likeness = 未经同意使用某人的脸或声音
complaint-minor = 伤害或危及未成年人
complaint-harm = 暴力、威胁或仇恨
complaint-rights = 侵犯某人的作品或权利
complaint-spam = 垃圾信息或诈骗
complaint-other = 其他
report-received = 你的举报已收到。
report-again = 你已经举报过这个，那次举报仍然有效。
report-held = 在决定之前，只有它的主人和做决定的人能打开这个视频。
report-due = 应在 { $due } 之前做出决定。
report-hears = 有了决定我会写信告诉你。按钮随时告诉你进展。
button-report-state = 进展如何？
report-state-open = 你在 { $when } 举报了这个。还没有决定；应在 { $due } 之前决定。
report-state-upheld = 你在 { $when } 的举报成立，你举报的内容已下架。
report-state-dismissed = 有人看过你在 { $when } 的举报，没有找到下架它的理由。
report-state-gone = 你在 { $when } 举报的内容已经不在这里了。
case-queue = 有 **{ $count }** 个案件待处理。
case-lead = **{ $title }** 被举报了 { $count } 次。
case-complaints = 举报的问题
case-complaint = { $what }（{ $count }）
case-list = { $what }
case-due = 决定期限
case-left = 还有 { DURATION($ms) }
case-late = 现在：已经逾期
case-words = **{ $complaint }：** { $words }
case-open = 这个案件待处理。
case-upheld = 这个案件成立：被举报的内容已下架。
case-dismissed = 这个案件不成立：被举报的内容保留。
case-gone = 这个案件的视频已被删除，没有什么要决定的了。
case-stays-closed = 除了它的主人和版主，视频对所有人保持关闭，直到主人删除它，或运营者打开它。
case-form-uphold = 下架被举报的内容
button-case-uphold = 下架
button-case-dismiss = 保留
button-case-reopen = 撤回决定
error-report_own = 这是你自己的视频。/hide 让别人都看不到它，/delete 把它删除。
error-report_words_missing = 请用几句话说明有什么问题，再发一次。
error-report_words_too_long = 这段话有 { $given } 个字符，最多 { $limit } 个。请缩短。
error-report_quota = 你在 24 小时内已经发了 { $limit } 次举报，这是上限。什么都不会丢：明天再发这一次。
error-case_holds = 一次举报使它保持关闭。对那次举报做出决定后才会打开。什么都没有变。
error-case_open = 这个在这里被举报了，还没有决定。在那之前不能在这里重新发布它。
error-case_not_found = 这里没有你能看的这个案件：它已结束并被忘记，或者不是你的。

## Reports on platforms

case-alarm = **有一份举报已等待 { $hours } 小时。** 须在 { $due } 之前作出决定。版主可用 { $command } 查看。
case-alarm-operator = 从现在起，运行我的人也可以作出决定。
posted-of = 关于在此展示的 **{ $title }**：
posted-sees-community = 1 **谁能看到：** 现在或以后能阅读这个频道的所有人。视频主人和这项服务的运营者无论如何都能打开它。
posted-sees-anyone = 1 **谁能看到：** 现在或以后能阅读这个频道的所有人，以及网上的任何人。视频主人和这项服务的运营者无论如何都能打开它。
posted-uses = 2 **谁在使用：** 在这里，只用来展示。它属于视频主人：能看到它，不等于有权在别处发布它。
posted-copies = 3 **副本：** 在这里，已加密封存；还有这条帖子里，由平台保存。
posted-until = 4 **到何时：** { $until }，除非视频主人或版主提前撤下。到时帖子会消失。
posted-open-end = 4 **到何时：** 直到视频主人或版主撤下。到时帖子会消失。
posted-undone = 5 **无法撤回：** 你或其他人在那之前保存或转发的内容。
error-case_moved_on = 有人更快一步：其间这个案件已有决定或又被打开。没有做任何更改。

## 没有账号的举报

takedown-title = 举报视频
takedown-lead = 任何人都可以在这里举报视频，不需要账号。由负责展示场所的人，或者运营本服务的人来决定；应在 48 小时内作出决定。
takedown-closes = 如果视频展示了某人的私密内容、未经同意使用其面孔或声音，或者伤害未成年人，那么你一提交，它就会立即对其他所有人关闭，直到作出决定。如果最近从你的网络发来的举报有两次被认定有误、没有一次被认定属实，则不会立即关闭。
takedown-contact = 我们不问姓名和联系方式，因为没有办法写信给你。你会得到一个专属页面，说明举报的结果。对于你的网络地址，我们只保留一个无法还原的代码，为期一天，以免有人提交过多举报。
takedown-link = 视频页面的地址
takedown-link-hint = 它的开头与本站地址相同，并含有 /c/。如果不知道，就留空，并在下面描述视频。
takedown-what = 有什么问题？
takedown-words = 还有什么需要说明？
takedown-words-hint = 最多 { $limit } 个字符。如果上面的地址不足以说明，请写出你在哪里看到它、为什么应当撤下。作决定的人会读到；视频的主人不会。
takedown-faith = 我本着诚意相信，我在这里所说属实。
takedown-send = 提交举报
takedown-wrong = 尚未提交
takedown-not-shown = 该地址现在没有展示任何内容。如果你指的是别的内容，请留空，并在下面说明你在哪里看到它。
takedown-state-title = 你的举报
takedown-keep = 请保存本页地址：这是得知结果的唯一途径，没有人能再发给你一次。任何拥有它的人看到的都一样。
takedown-forgotten = 作出决定后，它至少在 90 天内可以打开；之后举报会被遗忘。
takedown-again = 举报其他内容
takedown-gone = 这个地址没有举报，或者它已被遗忘。
takedown-report = 举报
takedown-report-it = 举报 { $title }
error-complaint_missing = 请选择有什么问题。
error-good_faith_missing = 请确认你是本着诚意这样说的。
desk-cases = 有 { $count } 个案件待处理，排在最前面。
desk-kind-case = 被举报 { $count } 次
desk-case-due = 须在 { $due } 前决定
desk-case-late = 已超过决定期限
desk-case-said = { $complaint }：{ $words }
desk-case-words = 举报中用文字描述的内容
desk-case-shared = 一个被分享的视频
desk-case-kept = 举报成立：保持关闭
desk-case-kept-why = 除主人外，视频对所有人保持关闭，直到主人删除它，或由你重新打开。
desk-case-one-by-one = 请先决定这个举报，视频随之关闭或打开。
desk-dismiss = 保留
desk-uphold = 撤下
desk-case-done-look = 接下来 5 分钟由你查看。
desk-case-done-dismiss = 保持原样；若曾关闭，现已重新打开。按 u 可撤回。
desk-case-done-uphold = 已撤下。按 u 可重新决定：在那之前保持撤下。
desk-case-done-reopen = 案件重新打开了。
desk-case-done-lift = 主人允许的人又可以打开它了。
desk-case-done-skip = 已跳过。
seen-held = 因举报或恢复备份而被暂时冻结：只有你能打开它；如果有举报，处理举报的人也能打开。
report-owner-held = **{ $video }** 被举报，已被暂时冻结：只有你和处理举报的人能打开它。你可以删除它。
## Invitations
button-invite = 生成邀请
button-invite-anew = 重新生成邀请
button-uninvite = 结束邀请
button-letin_1d = 1 天
button-letin_7d = 7 天
button-letin_on = 直到我停止
button-turn-away = 现在不行
invite-open = 邀请有效至 { $until }：{ $used ->
    [0] 还没有人用过。
   *[other] 已有 { $used } 人请求。
  }
invite-waiting = 这些人请求观看：
platform-demo = 演示
invite-asks = { $person }（{ $platform }）
invite-nameless = 一位没有名字的人
invite-made = 这是 { $video } 的邀请，有效至 { $until }，最多 { $most } 人。请转发给对方；我无法再次显示它：
invite-line = 请把这一行发给机器人：{ $command } { $line }
invite-page = 以网页打开邀请
invite-means = 把它发给我的人只是提出请求：我会告诉你对方的名字，由你决定。在那之前，对方不会知道关于视频或你的任何事。新的邀请会取代这一份。
invite-ended = 邀请已结束。没有人能再用它提出请求，等待答复的人也已被忘记。已经能看的人仍然能看。
invite-none = 本来就没有邀请。
invite-asked = 我已经问了。邀请你的人会看到你的名字 { $person }，并作决定；如果同意，我会在这里和 /videos 中给你看。
invite-waits = 你已经请求过了，还没有答复。
invite-own = 这是你自己的邀请：请转发给别人。
invite-closed = 现在不行：用这份邀请没有你能看的东西。
invite-knock = **{ $person }**（{ $platform }）请求观看 { $video }。
invite-knock-warning = 对方持有你的邀请；对方是谁，我无法说得更多。如果你同意，对方可以观看并保存。
invite-let-in = 让对方看吗？
invite-let-in-done = **{ $person }**（{ $platform }）现在可以看了，{ $until }。
invite-turned-away = **{ $person }**（{ $platform }）不能看。对方只会听到“现在不行”，别无其他。
error-knock_over = 那个请求已经答复过，或者已经结束。/share 会显示现在的情况。
page-invited-title = 一份邀请
page-invited-lead = 可能有人想给你看一段视频。这个页面既不知道是什么视频，也不知道是谁的。
page-invited-how = 要提出请求，请在私聊中把这一行发给链接所属的机器人：
page-invited-then = 发出邀请的人会看到你在那里的名字，并作决定。在对方同意之前，不会给你看任何东西。
whosaw-moderator = { $community } 的一位版主
whosaw-moderator-somewhere = 某个社区的一位版主
whosaw-operator = 运营者
whosaw-looked = { $when }，为了作决定
whosaw-plays = { $count ->
   *[other] 在展示网页上共播放过 { $count } 次。我不知道是谁，也可能有你自己。
  }
whosaw-posts = 谁在展示频道或群里观看，我完全看不到。
publish-form-said = 视频里说了什么；没有说话就留空
publish-said = 说的话
review-said = 说的话
error-said_too_long = 这段说话内容有 { $given } 个字；最多 { $limit } 个。请缩短。
showcase-captions = 字幕
showcase-said = 说的话：{ $words }
post-said = 说的话：{ $words }
button-showcase = 网页上的展示
showcase-door = 社区展示的全部内容，仅供成员观看。这个链接让你在此浏览器登录一次，有效 12 小时。期间会反复确认你是否仍是成员。
showcase-door-open = 登录
showcase-door-gone = 这个链接打不开任何东西：它已被用过、太旧，或者你现在不是那里的成员。请在服务器或群里用 /about 再要一个。
desk-count-operator = { $count ->
    [0] 没有视频在等待。
   *[other] 有 { $count } 个视频在等待，由你或更快的人决定。
  }
desk-closes-operator = 审核台会自动关闭：{ $until }。之后再执行 { $command }。

## Receipts in versions

receipt-expires = 到期自动消失：{ $what }。
receipt-over = 应该已经没有了，但我无法核实：{ $what }。
receipt-unconfirmed = 90 天内无人确认已删除：{ $what }。
button-receipt-page = 回执页面
erased-ephemeral_files = 只有你看到过的消息里我们发的文件
erased-backups = 备份
erased-generators_copy = { $where } 处的副本{ $when ->
    [none] {""}
   *[other] （{ $when } 在那里删除）
  }
waiting-video = 我们的文件
waiting-poster = 我们保存的封面
waiting-preview = 这里的预览
waiting-inputs = 你提供的内容
waiting-prompt = 你写的文字
waiting-title = 标题
waiting-file_names = 文件名
waiting-keys = 密钥
waiting-history = 它的历史记录
waiting-ephemeral_files = 只有你能看到的消息里的文件（在平台允许期间）
waiting-generators_copy = { $where } 处的副本（我们会再次要求删除）
expires-backups = 备份（最迟 { $when }）
expires-generators_copy = { $where } 处的副本（{ $when ->
    [none] {""}
   *[other] 它说大约 { $when }；
  }我无法在那里删除）
over-generators_copy = { $where } 处的副本（它说大约 { $when } 清除）
recall-chat_files = 聊天里已无法更改的文件
recall-generators_copy = { $where } 处的副本（{ $whose ->
    [house] 要由运营者清理
   *[other] 我无法在那里删除
  }）
unconfirmed-chat_files = 我们发在聊天里的文件
unconfirmed-ephemeral_files = 只有你看到过的消息里的文件
unconfirmed-sent_files = 你在聊天里发送的文件
unconfirmed-generators_copy = { $where } 处的副本

## One's own data as an archive

name-mydata = 我的数据
command-mydata = 把这里关于你的一切打包成一个文件
button-mydata-make = 开始打包
button-mydata-first = 先取得我的数据
button-mydata-stop = 停止并删除
button-mydata-look = 进行到哪了？
button-mydata-get = 取得打包文件
button-mydata-erase = 现在就删除
mydata-lead = 我可以把保存的关于你的一切打成一个包：现在有 { $videos } 个视频、{ $files } 个文件，{ SIZE($size_bytes) }。
mydata-holds = 里面有：你的视频和你为它们提供的东西、你写的话、你分享给了谁、谁打开过什么、你发布、举报或裁定过什么、你的设置和凭据。既有文件，也有可以阅读的网页，还有给程序用的数据。
mydata-lacks = 里面没有：我本来不会告诉你的别人的话、名字和编号，也没有密钥。
mydata-keeps = 它是封存的，只给你一个人。完成后 { DURATION($hours_ms) }删除；如果你提前删除，或者其中的某样东西被删除，它会更早消失。
mydata-making = 正在打包：已完成 { $percent }%。
mydata-ready = 打包完成：{ $files } 个文件，{ SIZE($size_bytes) }。它会在 { $until } 删除。
mydata-sooner = 如果其中的某样东西被删除（一个视频，或者离开者的名字），它会更早消失。那时请再要一个。
mydata-link = 这个链接只能打开一次，谁先打开就给谁：请不要转给别人。这个聊天不会得到副本。下载中断后，一小时内可以在同一个浏览器里继续。
button-mydata-send = 发到这里
mydata-here = 我可以把它作为文件发到我们的私聊里。那样 { $platform } 就有了一份副本，我不会收回它：在你删除那条消息之前，它一直在那里。
mydata-sending = 文件马上会发到我们的私聊里。
mydata-file = 这是你要的、我保存的关于你的一切。这份副本会一直在这里，直到你删除这条消息。
mydata-no-way = 我没法交给你：它对这个聊天来说太大，而运行我的人没有设置网址。{ $command } 会告诉你那是谁；要设置的是 HUSHREEL_PUBLIC_URL。
mydata-erased = 现在谁也打不开你的打包文件了；文件会在几秒内清除。{ $command } 可以再做一个。
error-export_there = 你已经有一个打包文件，或者正在打包。/mydata 会显示它。
error-export_changed = 打包过程中有东西被删除了。一分钟内会重新开始。
page-mydata-title = 某人自己的数据
page-mydata-lead = 这个链接后面，是机器人保存的关于一个人的一切，都在一个文件里。它只能打开一次。如果不是你的，请关闭这个页面。
page-mydata-gone = 这个链接什么也打不开：它已经用过、太旧了，或者打包文件已经删除。请用 /mydata 向机器人再要一个。
archive-title = 你在 Hushreel 的数据
archive-lead = 这是 Hushreel 在 { $when } 保存的关于你的内容。
archive-whole = 同样的内容和更多细节，完整且供程序使用，都在 { $file } 里。
archive-you = 你
archive-banned = 你在 { $count } 个社区不能发布；最后一个限制到 { $until } 为止。
archive-videos = 你的视频
archive-none = 没有。
archive-words = 你写的话
archive-text = 画面上的文字
archive-names = 你的文件名
archive-state = 状态
archive-asked = 提出时间
archive-asked-value = { $when }，在{ $platform }
archive-ends = 在这里删除
archive-who = 里面有谁
archive-portrayed-own = 你自己提供的；没有问过
archive-portrayed-unsaid = 你没有说
archive-portrayed-self = 你说：只有你自己
archive-portrayed-agreed = 你说：有别人，他们同意了
archive-portrayed-nobody = 你说：没有真人
archive-shared = 分享给
archive-grant = { $who }，从 { $since } 起，直到你停止
archive-grant-until = { $who }，从 { $since } 起，到 { $until } 为止
archive-seen = 打开过的人
archive-publications = 在社区里
archive-chats = 在聊天里
archive-chats-yours = 你的聊天，在{ $platforms }
archive-chats-others = 你分享给的人的聊天，在{ $platforms }
archive-shown-draft = 已开始
archive-shown-proposed = 在管理员那里
archive-shown-approved = 已通过
archive-shown-shown = 已展示
archive-shown-declined = 没有发布
archive-shown-withdrawn = 已收回
archive-shown-removed = 已撤下
archive-shown-expired = 时间到了
archive-shown-appealed = 已申诉
archive-role-input = 你提供的
archive-role-output = 视频
archive-role-poster = 它的静态图
archive-role-preview = 它的预览
archive-damaged = 这里已损坏，无法再读取
archive-from-others = 分享给你的
archive-from-others-count = { $count ->
    [0] 没有人分享视频给你。
   *[other] 有 { $count } 个视频分享给你。它们展示和说的内容属于分享的人，不在这里。
  }
archive-reports = 你举报过的
archive-decisions = 你作为管理员的决定
archive-receipts = 删除凭据
## Break-glass：运营者在机器上打开了视频

whosaw-break-glass = { $when }，在机器上：{ $what }。理由：{ $reason }
whosaw-root = 运营者用 Hushreel 自带的命令打开的内容也列在这里。掌管这台机器的人可以绕过它，而我看不到。
break-glass-notice = 运营者在机器上打开了 { $video }，{ $when }：{ $what }。理由：{ $reason }
break-glass-output = 做好的视频
break-glass-input = 你为它提供的内容
break-glass-poster = 它的封面图
break-glass-preview = 它的预览
break-glass-export = 它的一份导出
erased-messages = 我们发在聊天里的消息
waiting-messages = 我们发在聊天里的消息（平台一允许就会移除）
recall-messages = 聊天里已无法更改的消息
unconfirmed-messages = 我们发在聊天里的消息

## Forgetting a person

command-forgetme = 删除你在这里的一切，包括所有平台
name-forgetme = 忘记我
forget-lead = 要我删除你在这里的一切，并且忘记你吗？没有回收站，谁也无法恢复。
forget-connected = 你已连接的账号会一起删除：{ $platforms }。
forget-field-videos = 你的视频
forget-field-account = 你的账号
forget-field-names = 别处的名字
forget-videos = { $videos ->
    [0] 一个也没有。
   *[other] { $videos } 个视频会删除，连同文字、发布、分享和链接。
  }
forget-open = 现在别人能打开你的 { $open } 个视频。这会立刻结束。
forget-account = 设置、按钮和连接会删除{ $given ->
    [0] 。
   *[other] ，别人分享给你的 { $given } 个视频你也不能再看。
  }
forget-names = { $reports ->
    [0] 你作为版主做过的决定会留下，但不带你的名字和备注。
   *[other] 你的 { $reports } 份举报和你作为版主做过的决定会留下，但不带你的名字和文字。
  }在别人查看谁打开过视频的地方，你会变成“一个已离开的人”。
forget-bans = { $count } 项封禁会留下，最迟到 { $until }：只是账号的指纹，不会告诉任何人你是谁。
forget-receipts = 删除回执会留下，但不再属于你。谁有某份回执的密码，谁就能查看它。
forget-outside = 别人保存或转发的内容留在他们那里，平台自己保留的内容也一样。这些我够不到。
forget-chat = 平台允许的地方，我会把你的视频从我们的聊天里取走。聊天里的其他文字会留到你删除聊天为止。
forget-alone = 在 { $community }，管理员只选了你一位版主。之后只由管理员决定，直到他们用 { $command } 选出别人。
forget-chose = { $community } 最近一次是由你设置的。设置保持不变，那里的管理员可以用 { $command } 更改。在有人更改之前，我在那里没有可以私下通知的人。
forget-form = 删除一切
forget-type = 输入 { $word } 以删除一切
forget-word = 忘记
button-forget = 删除一切
forget-kept = 什么都没有删除。
forget-done = 完成：再没有人能打开你的任何内容，我也不再认识你。我文件里剩下的会在几分钟内消失。你的回执：{ $receipt }。
forget-secret = 它的密码：{ $secret }。请把两者都保存好；别人没有这个密码。我不会再给你写信。你再来找我时，我们就是第一次见面。
whosaw-left = 一个已离开的人
error-account_unknown = 我已经不认识这个账号，所以没有什么可删除。
error-account_erased = 这个账号刚刚已被删除。你刚才做的什么都没有保存。
error-forget_too_soon = 你的账号连接还不到一天。为了不让任何人删除不属于自己的东西，这要等到 { $until_ms }。用 /unlink 可以现在就分开，之后每一边都能删除自己的内容。
error-forget_word = 不是这个词，所以什么都没有删除。请照原样输入。
erased-account = 你的账号：设置、账号和连接
erased-sharing = 你分享的和别人分享给你的
erased-name_in_reports = 举报中你的名字和文字
erased-name_in_decisions = 决定中你的名字和文字
waiting-account = 你的账号：设置、账号和连接
waiting-sharing = 你分享的和别人分享给你的
waiting-name_in_reports = 举报中你的名字和文字
waiting-name_in_decisions = 决定中你的名字和文字
expires-bans = 封禁（不指名任何人的指纹，最迟 { $when }）
receipt-page-title = 回执
receipt-page-lead = 凭回执的编号和密码，可以看到到目前为止各项内容的结果。不需要别的信息，也不会告诉任何人你看过。
receipt-page-number = 编号
receipt-page-secret = 密码
receipt-page-secret-hint = 22 个字母和数字。确认删除时已给你：在链接末尾、点号之后。
receipt-page-show = 显示
receipt-page-wrong = 没有与此编号和密码相符的回执。请检查两者。
receipt-page-open = 回执 { $receipt } 尚未结束。第 { $version } 版，签名时间 { $when }。
receipt-page-closed = 回执 { $receipt } 已结束：没有任何事项仍在等待。第 { $version } 版，签名时间 { $when }。
receipt-page-keep = 文件包含所有版本。运营者可以用“hushreel receipt verify”核对。

## What was left

error-decider_left = 第一次做决定的人已经离开，没有人能知道那是谁。这次申诉由运营者处理。
privacy-archive = 这里还封存着一份你全部数据的打包文件，保留到 { $until }。用 { $command } 可以查看并删除它。
privacy-archive-coming = 这里正在打包你的全部数据。用 { $command } 可以查看并停止它。
error-restore_holds = 它是从备份恢复的，而此后删除记录已丢失。运营者可以解除冻结。什么都没有变。
## The object store

recall-older_versions_hold_sealed_bytes_only = 对象存储中的旧版本：只有加密数据（其密钥已不存在）

## Papers that promise less than somebody agreed to

agree-lead = 自您上次同意我们的文件以来，有 { $count } 条条款对您的承诺变少了。请先看看有什么变化，再决定是否继续向我们提供内容。您以前制作的内容保持原样，仍属于您：无论如何您都可以查看、导出和彻底删除。
agree-clause = 第 { $section } 条：{ $title }
agree-before = 以前：{ $text }
agree-now = 现在：{ $text }
agree-more = 还有 { $count } 条：下面的页面列出了全部。
agree-history = 我们各份文件的所有版本
agree-done = 谢谢：您的同意已连同版本和今天的日期一起保存。请再提交一次视频请求；刚才的内容我们没有收下。

## Ways to make a video: labels, rules, agreement, sending

option-create-route = 用哪种方式制作；要离开这里的内容，会等你按下发送
name-create-route = 方式
route-motion = 内置动效
route-kling = Kling
route-comfyui = ComfyUI
plan-route = 制作方式
button-route = 换一种方式
button-use = 使用 { $route }
draft-route-form = { $video } 要怎样制作？
draft-route = 方式
draft-who-own = **里面是谁？** 你说明之后，你给的内容才会离开这里。我会把你的回答和视频一起保存。
label-lead = **这会离开这里。** 制作它的是 { $route }，不是我。你的文字和你给的内容会送到 { $host }：不带你的名字、你的账号，也不带文件里关于地点和时间的信息。
label-where = 在哪里
label-keeps = 在那边保存
label-trains = 训练
label-deletes = 在那边删除
label-passes = 转交给
label-silent = 我所知道的文件没有说明
label-quote = { $text } [{ $number }]
label-and = { $before } { $after }
trains-yes = 会。{ $said }
trains-no = 不会。{ $said }
trains-unknown = 不清楚。{ $said }
trains-conflict = 各份文件互相矛盾。{ $said }
label-cost = 运营者的费用
label-cost-unknown = 未知
button-papers = 先看文件：{ $route }
button-send = 发送给 { $route }
consent-lead = **在你的任何内容送到 { $route } 之前**，你可以阅读它的文件，我也需要你的同意。我会连同今天的日期一起保存；你可以在设置里撤回。
consent-changed = **{ $route } 的文件有了变化**，与你同意时不同。在更多内容送去之前，请再读一遍。
consent-paper = { $paper }
consent-means = 你同意你的文字和你给的内容按照这些文件送到 { $route }，并且里面能看到的人也同意了。这一步不发送任何内容；发送要另按一次。
progress-unsure = 还没有人知道 { $route } 是否已经开始，可能已经收费。我不会自己再发一次。我会继续查看，并在这里告诉你。
button-look-again = 再看一次
button-again-paid = 再试一次（可能重复收费）
made-away = 由 { $route } 用 AI 制作。你的文字和你给的图片送到了那边。“它是私密的吗？”会告诉你那边可以怎样使用它们。
made-own = 由 { $route } 用 AI 在运营者的机器上制作。没有向任何公司发送任何内容。
bar-person-not_allowed = 你自己的规则不允许
bar-person-leaves = 按你自己的规则，任何内容都不离开这里
bar-person-may_train = 你自己的规则要求不用于训练，而它的文件没有这样承诺
bar-community-not_allowed = 这个社区不允许
bar-community-leaves = 在这个社区里，任何内容都不能离开这里
bar-community-may_train = 这个社区要求不用于训练，而它的文件没有这样承诺
bar-begun-not_allowed = 你开始它的那个社区不允许
bar-begun-leaves = 在你开始它的那个社区里，任何内容都不能离开这里
bar-begun-may_train = 你开始它的那个社区要求不用于训练，而它的文件没有这样承诺
bar-operator-not_set_up = 这里没有设置
error-route_barred = 这里不能用 { $route } 制作：{ $why }。可用的有：{ $can }。你自己的规则在设置里。
error-no_route_fits = 这里没有合适的制作方式。最接近的是 { $route }，但是 { $why }。你自己的规则在设置里；社区的规则由它的管理员更改。
error-no_way_left = 至少要留下一种方式。什么都没有改变。
button-ways = 可以用什么制作视频
button-limit = 设定预算
button-unlimited = 恢复运营者的预算
budget-form = 在这里开始的视频最多可以花费多少？
budget-amount = 每月，以 { $currency } 计
ways-lead = 从现在起，这适用于你的视频，无论你在哪里提出。已经在制作的会继续。
ways-lead-here = 这适用于在这里开始或发送的视频；在这里开始的视频，无论从哪里发送，都受它约束。此外，每位成员自己的规则也有效。
ways-allowed = 可以使用的方式
ways-list = { $routes }
ways-none = 没有
ways-ask-stays = 给出的内容可以离开这里吗？
ways-stays-on = 不，绝不
ways-stays-off = 可以，按下发送时
ways-ask-training = 它的文件必须承诺不用于训练吗？
ways-untrained-on = 是，一律如此
ways-untrained-off = 不，我逐个查看
ways-agreed = 你同意过这些文件：{ $papers }。
button-disagree = 撤回同意
ways-disagreed = 已撤回。在你再次同意之前，不会再有内容送到那边。已经发送的就是发送了。
button-allow = 选择方式
ways-form = 可以使用哪些方式？
ways-may = 可以使用
ways-may-not = 不可以
button-extras = 更多要求
extras-form = { $video } 还有什么要求？
extras-negative = 不要出现的内容
extras-camera = 镜头
extras-quality = 画质
extras-mode = { $mode }
extras-sound = 自带声音
extras-speech = 口型要说的话（不再往下接）
extras-cuts = 自带镜头切换
camera-none = 顺其自然
camera-down_back = 向下并后退
camera-forward_up = 前进并上升
camera-right_turn_forward = 右转后前进
camera-left_turn_forward = 左转后前进
sound-on = 有声音
sound-none = 没有声音
cuts-on = 有切换
cuts-none = 没有
