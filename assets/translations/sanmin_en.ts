<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>Attract</name>
    <message>
        <source>看 %1 个部门的报告</source>
        <translation>Watch the reports of %1 departments</translation>
    </message>
    <message>
        <source>提一条意见</source>
        <translation>Make a suggestion</translation>
    </message>
    <message>
        <source>市民代表来评议</source>
        <translation>Representatives: rate here</translation>
    </message>
    <message>
        <source>看各部门的报告</source>
        <translation>Watch departments report</translation>
    </message>
    <message>
        <source>轻触屏幕，开始</source>
        <translation>Touch the screen to begin</translation>
    </message>
</context>
<context>
    <name>AttractClip</name>
    <message>
        <source>重点问题 第 %1 题</source>
        <translation>Key problem %1</translation>
    </message>
    <message>
        <source>%1的回答，在这里看</source>
        <translation>See how the %1 answers</translation>
    </message>
</context>
<context>
    <name>CandidateBar</name>
    <message>
        <source>更多字</source>
        <translation>More</translation>
    </message>
</context>
<context>
    <name>CandidatePanel</name>
    <message>
        <source>前面的字</source>
        <translation>Earlier</translation>
    </message>
    <message>
        <source>后面的字</source>
        <translation>More</translation>
    </message>
    <message>
        <source>收起</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>ChoiceSheet</name>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>ClipCard</name>
    <message>
        <source>视频还没到，可以先读文字</source>
        <translation>No video yet; you can read the text</translation>
    </message>
</context>
<context>
    <name>Department</name>
    <message>
        <source>目标与结果</source>
        <translation>Goals</translation>
    </message>
    <message>
        <source>工作总结</source>
        <translation>Summary</translation>
    </message>
    <message>
        <source>重点问题</source>
        <translation>Key problems</translation>
    </message>
    <message>
        <source>扫码带走</source>
        <translation>Take it with you</translation>
    </message>
    <message>
        <source>用手机扫一扫，在路上接着看它的目标、总结和答复。</source>
        <translation>Scan with your phone to go on reading its goals, summary and answers.</translation>
    </message>
    <message>
        <source>好了</source>
        <translation>Done</translation>
    </message>
</context>
<context>
    <name>DepartmentActs</name>
    <message>
        <source>给它提意见</source>
        <translation>Make a suggestion</translation>
    </message>
    <message>
        <source>扫码带走</source>
        <translation>On your phone</translation>
    </message>
</context>
<context>
    <name>DepartmentElder</name>
    <message>
        <source>述职报告</source>
        <translation>Duty report</translation>
    </message>
    <message>
        <source>局长访谈</source>
        <translation>Interview</translation>
    </message>
    <message>
        <source>目标与结果</source>
        <translation>Goals</translation>
    </message>
    <message>
        <source>工作总结</source>
        <translation>Summary</translation>
    </message>
    <message>
        <source>重点问题 %1</source>
        <translation>Problems %1</translation>
    </message>
</context>
<context>
    <name>DepartmentField</name>
    <message>
        <source>从任何一个字写起</source>
        <translation>Begin with any character</translation>
    </message>
    <message>
        <source>交通局就按 J T J</source>
        <translation>Transport: T R A</translation>
    </message>
</context>
<context>
    <name>DepartmentFinder</name>
    <message>
        <source>输入首字母找</source>
        <translation>Find by first letters</translation>
    </message>
    <message>
        <source>按笔画找</source>
        <translation>Find by strokes</translation>
    </message>
    <message>
        <source>删除</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>清空</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>改用首字母找</source>
        <translation>Find by letters</translation>
    </message>
    <message>
        <source>改用笔画找</source>
        <translation>Find by strokes</translation>
    </message>
    <message numerus="yes">
        <source>找到 %n 个部门</source>
        <translation>
            <numerusform>%n department found</numerusform>
            <numerusform>%n departments found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DepartmentFinding</name>
    <message>
        <source>删除</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>清空</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>改用首字母找</source>
        <translation>Find by letters</translation>
    </message>
    <message>
        <source>改用笔画找</source>
        <translation>Find by strokes</translation>
    </message>
    <message>
        <source>找到 %1 个部门，请再按一个</source>
        <translation>%1 departments found: press another key</translation>
    </message>
</context>
<context>
    <name>DepartmentGroups</name>
    <message>
        <source>按场次</source>
        <translation>By session</translation>
    </message>
    <message>
        <source>按主题</source>
        <translation>By topic</translation>
    </message>
</context>
<context>
    <name>DepartmentKeys</name>
    <message>
        <source>删除</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>清空</source>
        <translation>Clear</translation>
    </message>
</context>
<context>
    <name>DepartmentLowered</name>
    <message>
        <source>述职报告</source>
        <translation>Duty report</translation>
    </message>
    <message>
        <source>局长访谈</source>
        <translation>Interview</translation>
    </message>
</context>
<context>
    <name>DepartmentPapers</name>
    <message>
        <source>目标与结果</source>
        <translation>Goals</translation>
    </message>
    <message>
        <source>工作总结</source>
        <translation>Summary</translation>
    </message>
    <message>
        <source>重点问题 %1</source>
        <translation>Problems %1</translation>
    </message>
    <message>
        <source>今年的重点问题里，没有由它回答的。</source>
        <translation>None of this year&apos;s key problems was for this department.</translation>
    </message>
</context>
<context>
    <name>DepartmentWhole</name>
    <message>
        <source>述职报告</source>
        <translation>Duty report</translation>
    </message>
    <message>
        <source>局长访谈</source>
        <translation>Interview</translation>
    </message>
</context>
<context>
    <name>Departments</name>
    <message>
        <source>%1 个部门</source>
        <translation>%1 departments</translation>
    </message>
    <message>
        <source>按笔画找部门</source>
        <translation>Find by strokes</translation>
    </message>
    <message>
        <source>按首字母找部门</source>
        <translation>Find a department</translation>
    </message>
    <message>
        <source>按场次</source>
        <translation>By session</translation>
    </message>
    <message>
        <source>按主题</source>
        <translation>By topic</translation>
    </message>
    <message>
        <source>按名字找</source>
        <translation>Find by name</translation>
    </message>
    <message>
        <source>想看哪个
部门的报告？</source>
        <translation>Whose report
would you like?</translation>
    </message>
</context>
<context>
    <name>Display</name>
    <message>
        <source>显示和声音</source>
        <translation>Display and sound</translation>
    </message>
    <message>
        <source>大字版</source>
        <translation>Large type</translation>
    </message>
    <message>
        <source>字更大，一次一件事</source>
        <translation>Larger letters, one thing at a time</translation>
    </message>
    <message>
        <source>高对比</source>
        <translation>High contrast</translation>
    </message>
    <message>
        <source>白底黑字，线条更粗</source>
        <translation>Black on white, thicker lines</translation>
    </message>
    <message>
        <source>按钮下移</source>
        <translation>Lower buttons</translation>
    </message>
    <message>
        <source>坐着、个子小，也够得着</source>
        <translation>Within reach when seated or small</translation>
    </message>
    <message>
        <source>画面静止</source>
        <translation>Still pictures</translation>
    </message>
    <message>
        <source>波浪和小船不动</source>
        <translation>Waves and boats do not move</translation>
    </message>
    <message>
        <source>声音 %1%</source>
        <translation>Sound %1%</translation>
    </message>
    <message>
        <source>小声</source>
        <translation>Softer</translation>
    </message>
    <message>
        <source>大声</source>
        <translation>Louder</translation>
    </message>
    <message>
        <source>您离开后，
这些会恢复原样。</source>
        <translation>All of this is reset
when you leave.</translation>
    </message>
    <message>
        <source>按键声</source>
        <translation>Touch sound</translation>
    </message>
    <message>
        <source>碰到按钮，轻轻响一下</source>
        <translation>A soft tick with each touch</translation>
    </message>
    <message>
        <source>您离开后，这些会恢复原样。</source>
        <translation>All of this is reset when you leave.</translation>
    </message>
</context>
<context>
    <name>Enrol</name>
    <message>
        <source>注册码一共二十位，请对着注册单再看一遍。</source>
        <translation>The code has twenty characters. Please compare it with the sheet.</translation>
    </message>
    <message>
        <source>中心没有这个注册码，请对着注册单再看一遍。</source>
        <translation>The centre does not know this code. Please compare it with the sheet.</translation>
    </message>
    <message>
        <source>这个注册码用过了，请向组织方领一个新的。</source>
        <translation>This code has been used. Please ask the organisers for a new one.</translation>
    </message>
    <message>
        <source>这个注册码过期了，请向组织方领一个新的。</source>
        <translation>This code has expired. Please ask the organisers for a new one.</translation>
    </message>
    <message>
        <source>连不上中心，请检查网线和地址。</source>
        <translation>The centre cannot be reached. Please check the cable and the address.</translation>
    </message>
    <message>
        <source>网太慢，中心没有及时应答。请再试一次。</source>
        <translation>The line is slow and the centre did not answer in time. Please try again.</translation>
    </message>
    <message>
        <source>网断了一下，没有收完。请再试一次。</source>
        <translation>The line broke for a moment. Please try again.</translation>
    </message>
    <message>
        <source>中心的证书对不上，请检查地址和这台终端的时间。</source>
        <translation>The centre&apos;s certificate does not match. Please check the address and this kiosk&apos;s clock.</translation>
    </message>
    <message>
        <source>中心正忙，请过一会儿再试。</source>
        <translation>The centre is busy. Please try again in a moment.</translation>
    </message>
    <message>
        <source>输错的注册码太多，请过一会儿再试。</source>
        <translation>Too many wrong codes. Please try again in a while.</translation>
    </message>
    <message>
        <source>那里没有中心。地址后面不要带别的。</source>
        <translation>No centre is there. Put nothing after the address.</translation>
    </message>
    <message>
        <source>应答的不是中心，请检查地址和注册码。</source>
        <translation>Something else answered. Please check the address and the code.</translation>
    </message>
    <message>
        <source>网络要先登录。请让会场的网络放行这台终端。</source>
        <translation>The network asks for a login first. Please have this kiosk let through.</translation>
    </message>
    <message>
        <source>地址要以 https:// 开头。</source>
        <translation>The address must begin with https://.</translation>
    </message>
    <message>
        <source>这不像一个地址，例如 https://sanmin.example。</source>
        <translation>This does not look like an address, for example https://sanmin.example.</translation>
    </message>
    <message>
        <source>这台终端已经注册过了，请重新开机。</source>
        <translation>This kiosk is enrolled already. Please restart it.</translation>
    </message>
    <message>
        <source>硬盘满了，记不下来。请找技术支持。</source>
        <translation>The disk is full. Please call technical support.</translation>
    </message>
    <message>
        <source>硬盘上的旧文件坏了。请找技术支持。</source>
        <translation>An old file on the disk is damaged. Please call technical support.</translation>
    </message>
    <message>
        <source>硬盘写不进去。请找技术支持。</source>
        <translation>The disk cannot be written. Please call technical support.</translation>
    </message>
    <message>
        <source>没有注册成。请把这个代码告诉技术支持：%1</source>
        <translation>Not enrolled. Please tell technical support this code: %1</translation>
    </message>
    <message>
        <source>三民活动终端</source>
        <translation>San Min kiosk</translation>
    </message>
    <message>
        <source>新终端</source>
        <translation>New kiosk</translation>
    </message>
    <message>
        <source>注册这台终端</source>
        <translation>Enrol this kiosk</translation>
    </message>
    <message>
        <source>输入注册单上的注册码，或把单子举到镜头前。</source>
        <translation>Type the code on the sheet, or show it to the camera.</translation>
    </message>
    <message>
        <source>输入注册单上的注册码，或用扫码枪扫它的二维码。</source>
        <translation>Type the code on the sheet, or scan its QR code.</translation>
    </message>
    <message>
        <source>中心地址</source>
        <translation>Address of the centre</translation>
    </message>
    <message>
        <source>注册码</source>
        <translation>Enrolment code</translation>
    </message>
</context>
<context>
    <name>EnrolPad</name>
    <message>
        <source>删除</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>清空</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>写注册码</source>
        <translation>To the code</translation>
    </message>
    <message>
        <source>改地址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>正在注册…</source>
        <translation>Enrolling…</translation>
    </message>
    <message>
        <source>注册</source>
        <translation>Enrol</translation>
    </message>
</context>
<context>
    <name>Fact</name>
    <message>
        <source>改</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>改%1</source>
        <translation>Change: %1</translation>
    </message>
</context>
<context>
    <name>Fatal</name>
    <message>
        <source>硬盘满了</source>
        <translation>The disk is full</translation>
    </message>
    <message>
        <source>记录库正被占用</source>
        <translation>The records are in use</translation>
    </message>
    <message>
        <source>硬盘读写不了</source>
        <translation>The disk does not work</translation>
    </message>
    <message>
        <source>身份文件坏了</source>
        <translation>Identity file damaged</translation>
    </message>
    <message>
        <source>设置文件坏了</source>
        <translation>Settings file damaged</translation>
    </message>
    <message>
        <source>内容包核对不上</source>
        <translation>Content does not verify</translation>
    </message>
    <message>
        <source>记录库打不开</source>
        <translation>Records cannot be opened</translation>
    </message>
    <message>
        <source>程序比记录旧</source>
        <translation>The program is older than the records</translation>
    </message>
    <message>
        <source>数据库程序太旧</source>
        <translation>Database program too old</translation>
    </message>
    <message>
        <source>缺少中文字体</source>
        <translation>Chinese letters are missing</translation>
    </message>
    <message>
        <source>界面打不开</source>
        <translation>Screens cannot be opened</translation>
    </message>
    <message>
        <source>程序出错了</source>
        <translation>The program has failed</translation>
    </message>
    <message>
        <source>请技术支持清出地方，之后会自己恢复。</source>
        <translation>Technical support: free some room on it.</translation>
    </message>
    <message>
        <source>另一个程序在用它，用完会自己恢复。</source>
        <translation>Another program is using them; it recovers by itself.</translation>
    </message>
    <message>
        <source>终端会重新取内容。一直不好，请找技术支持。</source>
        <translation>It fetches the content anew. If this stays, call technical support.</translation>
    </message>
    <message>
        <source>记录是新版程序写的，没有动它。请技术支持装回新版。</source>
        <translation>A newer version of the program wrote the records; they were left alone. Technical support must install that version again.</translation>
    </message>
    <message>
        <source>请把二维码拍给技术支持。</source>
        <translation>Please send a photo of the QR code to technical support.</translation>
    </message>
    <message numerus="yes">
        <source>%n 秒后自动再试</source>
        <translation>
            <numerusform>Tries again in %n second</numerusform>
            <numerusform>Tries again in %n seconds</numerusform>
        </translation>
    </message>
    <message>
        <source>请技术支持检查硬盘和接线。</source>
        <translation>Technical support: check the disk and its cable.</translation>
    </message>
    <message>
        <source>请技术支持用备份恢复，或领一个新的注册码。</source>
        <translation>Technical support: restore the backup, or enrol anew.</translation>
    </message>
    <message>
        <source>请技术支持改好或移走 settings.toml。</source>
        <translation>Technical support: mend settings.toml or move it away.</translation>
    </message>
    <message>
        <source>请技术支持用备份恢复，不要重装这台终端。</source>
        <translation>Technical support: restore the backup; do not set up this kiosk anew.</translation>
    </message>
    <message>
        <source>请技术支持重新安装本程序。</source>
        <translation>Technical support: install the program anew.</translation>
    </message>
    <message>
        <source>请技术支持安装软件包 fonts-noto-cjk。</source>
        <translation>Technical support: install the package fonts-noto-cjk.</translation>
    </message>
    <message>
        <source>请用旁边的终端，或叫工作人员。</source>
        <translation>Please use the next kiosk, or ask the staff.</translation>
    </message>
    <message>
        <source>已有的记录一条也没有删。</source>
        <translation>Nothing recorded was deleted.</translation>
    </message>
    <message>
        <source>再试一次</source>
        <translation>Try again</translation>
    </message>
</context>
<context>
    <name>Follow</name>
    <message>
        <source>查我的意见</source>
        <translation>My suggestion</translation>
    </message>
    <message>
        <source>回执 %1</source>
        <translation>Receipt %1</translation>
    </message>
    <message>
        <source>状态截至 %1</source>
        <translation>As of %1</translation>
    </message>
</context>
<context>
    <name>FollowAbout</name>
    <message>
        <source>这件事</source>
        <translation>The matter</translation>
    </message>
    <message>
        <source>已经记下，正在送往中心。</source>
        <translation>Recorded; on its way to the centre.</translation>
    </message>
    <message>
        <source>纳入明年工作谋划</source>
        <translation>Planned for next year</translation>
    </message>
    <message>
        <source>刊发《建言与决策》</source>
        <translation>Published for decision-makers</translation>
    </message>
    <message>
        <source>查另一张回执</source>
        <translation>Another receipt</translation>
    </message>
</context>
<context>
    <name>FollowAsk</name>
    <message>
        <source>有一个字好像不对，请对着回执再看一遍。</source>
        <translation>One character seems wrong. Please check it against your receipt.</translation>
    </message>
    <message>
        <source>这不像回执编号，请对着回执再看一遍。</source>
        <translation>This does not look like a receipt code. Please check your receipt.</translation>
    </message>
    <message>
        <source>回执编号一共十位，还差几位。</source>
        <translation>A receipt code has ten characters; some are missing.</translation>
    </message>
    <message>
        <source>回执编号一共十位，多了几位。</source>
        <translation>A receipt code has ten characters; there are too many.</translation>
    </message>
    <message>
        <source>这里还没有这张回执的消息。今天刚提的，可能还在路上，请过几天再来。</source>
        <translation>There is no news of this receipt here yet. If you wrote today, it may still be on its way. Please come back in a few days.</translation>
    </message>
    <message>
        <source>现在查不了，请叫工作人员。</source>
        <translation>It cannot be looked up now. Please call staff.</translation>
    </message>
    <message>
        <source>请输入回执编号</source>
        <translation>Enter your receipt code</translation>
    </message>
    <message>
        <source>十个字母和数字，在回执上。</source>
        <translation>Ten letters and digits on your receipt.</translation>
    </message>
    <message>
        <source>十个字母和数字，在回执上。也可以把回执的二维码对准扫码枪。</source>
        <translation>Ten letters and digits on your receipt. You can also hold its QR code to the scanner.</translation>
    </message>
    <message>
        <source>状态截至 %1</source>
        <translation>As of %1</translation>
    </message>
</context>
<context>
    <name>FollowFound</name>
    <message>
        <source>受理</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>转办</source>
        <translation>Passed on</translation>
    </message>
    <message>
        <source>办理</source>
        <translation>In hand</translation>
    </message>
    <message>
        <source>反馈</source>
        <translation>Answered</translation>
    </message>
    <message>
        <source>吸纳</source>
        <translation>Adopted</translation>
    </message>
    <message>
        <source>说明情况</source>
        <translation>Explained</translation>
    </message>
    <message>
        <source>未采纳</source>
        <translation>Not adopted</translation>
    </message>
    <message>
        <source>合并办理</source>
        <translation>Merged</translation>
    </message>
    <message>
        <source>状态截至 %1</source>
        <translation>As of %1</translation>
    </message>
    <message>
        <source>还没有答复</source>
        <translation>No answer yet</translation>
    </message>
    <message>
        <source>答复</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>%1的答复</source>
        <translation>Answer from the %1</translation>
    </message>
    <message>
        <source>您的意见和同类的合在一起办，答复是一样的。有了答复，会写在这里。到任何会场都能查，用手机扫回执上的码也行。</source>
        <translation>Your suggestion is handled together with similar ones; the answer is the same. It will appear here. You can look at any venue, or scan the code on your receipt with a phone.</translation>
    </message>
    <message>
        <source>有了答复，会写在这里。到任何会场都能查，用手机扫回执上的码也行。</source>
        <translation>The answer will appear here. You can look at any venue, or scan the code on your receipt with a phone.</translation>
    </message>
    <message>
        <source>查另一张回执</source>
        <translation>Another receipt</translation>
    </message>
</context>
<context>
    <name>FollowNow</name>
    <message>
        <source>正在路上</source>
        <translation>On its way</translation>
    </message>
    <message>
        <source>已经记下，正在送往中心。</source>
        <translation>Recorded; on its way to the centre.</translation>
    </message>
    <message>
        <source>查另一张回执</source>
        <translation>Another receipt</translation>
    </message>
</context>
<context>
    <name>FollowPad</name>
    <message>
        <source>删除</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>清空</source>
        <translation>Clear</translation>
    </message>
</context>
<context>
    <name>FollowWay</name>
    <message>
        <source>在路上</source>
        <translation>On its way</translation>
    </message>
</context>
<context>
    <name>FormCard</name>
    <message>
        <source>提意见</source>
        <translation>Suggest</translation>
    </message>
    <message>
        <source>写什么都可以</source>
        <translation>Write anything</translation>
    </message>
    <message>
        <source>最多 %1 题，不记名</source>
        <translation>Up to %1 questions</translation>
    </message>
    <message>
        <source>%1 题，可以不署名</source>
        <translation>%1 questions</translation>
    </message>
    <message>
        <source>没开始</source>
        <translation>To do</translation>
    </message>
    <message>
        <source>已答 %1 题</source>
        <translation>%1 answered</translation>
    </message>
    <message>
        <source>已交</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>现在不能填</source>
        <translation>Closed now</translation>
    </message>
    <message>
        <source>接着填</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>去写</source>
        <translation>Write</translation>
    </message>
    <message>
        <source>开始填</source>
        <translation>Begin</translation>
    </message>
</context>
<context>
    <name>GoalsTable</name>
    <message>
        <source>年初说好的</source>
        <translation>Promised in January</translation>
    </message>
    <message>
        <source>年底做到的</source>
        <translation>Done by December</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>完成</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>还差一点</source>
        <translation>Not quite</translation>
    </message>
</context>
<context>
    <name>HeaderBar</name>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>首页</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>显示</source>
        <translation>Display</translation>
    </message>
    <message>
        <source>帮助</source>
        <translation>Help</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>帮助</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>工作人员就在会场里，按一下就来。</source>
        <translation>Staff are here at the venue. One touch and somebody comes.</translation>
    </message>
    <message>
        <source>请工作人员来帮我</source>
        <translation>Call staff to help me</translation>
    </message>
    <message>
        <source>要登录吗？</source>
        <translation>Do I have to sign in?</translation>
    </message>
    <message>
        <source>看报告、查问题、提意见都不用登录。只有市民代表作评议要带代表证。</source>
        <translation>No. Watching, reading and suggesting need no sign-in. Only citizen representatives need their card to rate.</translation>
    </message>
    <message>
        <source>会记下我是谁吗？</source>
        <translation>Does it record who I am?</translation>
    </message>
    <message>
        <source>不会。提意见可以不留姓名；评议不记名，谁也查不到您选了什么。</source>
        <translation>No. You need not leave your name with a suggestion. Ratings are secret: nobody can find out what you chose.</translation>
    </message>
    <message>
        <source>我写的谁能看到？</source>
        <translation>Who can read what I write?</translation>
    </message>
    <message>
        <source>写完立刻加密，这台终端和会场的人都打不开，只有办理的人能看到。</source>
        <translation>It is encrypted at once. Nobody at this kiosk or venue can open it, only those who handle it.</translation>
    </message>
    <message>
        <source>按错了怎么办？</source>
        <translation>What if I press the wrong thing?</translation>
    </message>
    <message>
        <source>点“返回”就行。没有提交、没有投出之前，什么都可以改。</source>
        <translation>Touch Back. Until you submit or cast, everything can be changed.</translation>
    </message>
    <message>
        <source>网断了还能用吗？</source>
        <translation>Does it work offline?</translation>
    </message>
    <message>
        <source>能。看报告、提意见、作评议照常，网通了会自动送到中心。</source>
        <translation>Yes. You can watch, suggest and rate; it reaches the centre by itself when the line is back.</translation>
    </message>
    <message>
        <source>我走了会留下什么？</source>
        <translation>What stays when I leave?</translation>
    </message>
    <message>
        <source>什么也不留。没交的内容、字的大小、语言，都会恢复原样。</source>
        <translation>Nothing. What you did not submit, the letter size and the language are all reset.</translation>
    </message>
    <message>
        <source>需要帮忙吗？</source>
        <translation>Need a hand?</translation>
    </message>
    <message>
        <source>已经叫了，请在这里稍等。</source>
        <translation>Staff are on their way. Please wait here.</translation>
    </message>
    <message>
        <source>不用来了</source>
        <translation>Never mind, cancel</translation>
    </message>
    <message>
        <source>字太小？调大一些</source>
        <translation>Too small? Make it larger</translation>
    </message>
    <message>
        <source>我用完了，清掉我的内容</source>
        <translation>I&apos;m done, clear my entries</translation>
    </message>
</context>
<context>
    <name>HelpBanner</name>
    <message>
        <source>已经叫了工作人员，请在这里稍等</source>
        <translation>Staff called. Please wait here</translation>
    </message>
</context>
<context>
    <name>Home</name>
    <message>
        <source>内容还在路上</source>
        <translation>Content is on its way</translation>
    </message>
    <message>
        <source>报告、问题和评议票一到，这里就能用。请过一会儿再来，或者问问工作人员。没有网络时，插上中心的 U 盘，它自己会读。</source>
        <translation>Once reports, questions and ballots arrive, this kiosk can be used. Please come back in a while, or ask the staff. Without a network, plug in the centre&apos;s stick: it is read by itself.</translation>
    </message>
    <message>
        <source>叫工作人员</source>
        <translation>Call staff</translation>
    </message>
</context>
<context>
    <name>HomeArcade</name>
    <message>
        <source>内容截至 %1</source>
        <translation>Content as of %1</translation>
    </message>
    <message>
        <source>离线 · 内容截至 %1</source>
        <translation>Offline · content as of %1</translation>
    </message>
    <message>
        <source>这座城市，
想听您说。</source>
        <translation>Your city is
listening.</translation>
    </message>
    <message>
        <source>选一扇门走进来。
不用登录，三分钟就够。</source>
        <translation>Choose a door. No sign-in.
Three minutes is enough.</translation>
    </message>
    <message>
        <source>选一扇门走进来。不用登录，三分钟就够。</source>
        <translation>Choose a door. No sign-in. Three minutes is enough.</translation>
    </message>
    <message>
        <source>向市民报告</source>
        <translation>Report to citizens</translation>
    </message>
    <message>
        <source>看报告</source>
        <translation>Watch</translation>
    </message>
    <message>
        <source>%1 个部门，%2 段视频</source>
        <translation>%1 departments, %2 videos</translation>
    </message>
    <message>
        <source>%1 个部门</source>
        <translation>%1 departments</translation>
    </message>
    <message>
        <source>内容还在路上</source>
        <translation>Content is on its way</translation>
    </message>
    <message>
        <source>听市民意见</source>
        <translation>Hear citizens</translation>
    </message>
    <message>
        <source>提意见</source>
        <translation>Suggest</translation>
    </message>
    <message>
        <source>说一件您身边的事</source>
        <translation>What could be better?</translation>
    </message>
    <message>
        <source>身边的事都行</source>
        <translation>Share an idea</translation>
    </message>
    <message>
        <source>请市民评议</source>
        <translation>Citizens rate</translation>
    </message>
    <message>
        <source>作评议</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>市民代表，请带代表证</source>
        <translation>Representatives only</translation>
    </message>
    <message>
        <source>请带代表证</source>
        <translation>With your card</translation>
    </message>
    <message>
        <source>工作人员已登录</source>
        <translation>Staff signed in</translation>
    </message>
    <message>
        <source>已签到，接着评</source>
        <translation>Go on rating</translation>
    </message>
    <message>
        <source>评议结果公布了</source>
        <translation>Results are out</translation>
    </message>
    <message>
        <source>看每个部门的得分</source>
        <translation>All scores</translation>
    </message>
    <message>
        <source>%1 个重点问题</source>
        <translation>%1 problems</translation>
    </message>
    <message>
        <source>重点问题</source>
        <translation>Key problems</translation>
    </message>
    <message>
        <source>群众出题，局长答题</source>
        <translation>and their answers</translation>
    </message>
    <message>
        <source>查我的意见</source>
        <translation>My suggestion</translation>
    </message>
    <message>
        <source>凭回执编号</source>
        <translation>by receipt code</translation>
    </message>
</context>
<context>
    <name>HomeElder</name>
    <message>
        <source>您想做什么？</source>
        <translation>What would you like to do?</translation>
    </message>
    <message>
        <source>回到普通版</source>
        <translation>Normal type</translation>
    </message>
    <message>
        <source>看报告</source>
        <translation>Watch</translation>
    </message>
    <message>
        <source>听局长说一年做了什么</source>
        <translation>Hear what was done</translation>
    </message>
    <message>
        <source>提意见</source>
        <translation>Suggest</translation>
    </message>
    <message>
        <source>说一件身边的事</source>
        <translation>What could be better?</translation>
    </message>
    <message>
        <source>查我的意见</source>
        <translation>My suggestion</translation>
    </message>
    <message>
        <source>拿回执来看答复</source>
        <translation>See the answer</translation>
    </message>
    <message>
        <source>作评议</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>市民代表用代表证</source>
        <translation>Representatives only</translation>
    </message>
    <message>
        <source>工作人员已登录</source>
        <translation>Staff signed in</translation>
    </message>
    <message>
        <source>已签到，接着评</source>
        <translation>Signed in: go on</translation>
    </message>
    <message>
        <source>请人帮我</source>
        <translation>Call someone to help me</translation>
    </message>
    <message>
        <source>不用来了</source>
        <translation>Never mind, cancel</translation>
    </message>
    <message>
        <source>重点问题</source>
        <translation>Key problems</translation>
    </message>
    <message>
        <source>评议结果</source>
        <translation>Results</translation>
    </message>
    <message>
        <source>高对比</source>
        <translation>High contrast</translation>
    </message>
</context>
<context>
    <name>HomeElderLowered</name>
    <message>
        <source>看报告</source>
        <translation>Watch</translation>
    </message>
    <message>
        <source>提意见</source>
        <translation>Suggest</translation>
    </message>
    <message>
        <source>查我的意见</source>
        <translation>My suggestion</translation>
    </message>
    <message>
        <source>作评议</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>您想做什么？</source>
        <translation>What would you like to do?</translation>
    </message>
    <message>
        <source>请人帮我</source>
        <translation>Call someone to help me</translation>
    </message>
    <message>
        <source>不用来了</source>
        <translation>Never mind, cancel</translation>
    </message>
    <message>
        <source>评议结果</source>
        <translation>Results</translation>
    </message>
    <message>
        <source>重点问题</source>
        <translation>Key problems</translation>
    </message>
    <message>
        <source>回到普通版</source>
        <translation>Normal type</translation>
    </message>
    <message>
        <source>高对比</source>
        <translation>High contrast</translation>
    </message>
    <message>
        <source>按钮上移</source>
        <translation>Raise buttons</translation>
    </message>
</context>
<context>
    <name>HomeLowered</name>
    <message>
        <source>这座城市，
想听您说。</source>
        <translation>Your city is
listening.</translation>
    </message>
    <message>
        <source>向市民报告</source>
        <translation>Report to citizens</translation>
    </message>
    <message>
        <source>看报告</source>
        <translation>Watch</translation>
    </message>
    <message>
        <source>%1 个部门，%2 段视频</source>
        <translation>%1 departments, %2 videos</translation>
    </message>
    <message>
        <source>听市民意见</source>
        <translation>Hear citizens</translation>
    </message>
    <message>
        <source>提意见</source>
        <translation>Suggest</translation>
    </message>
    <message>
        <source>说一件您身边的事</source>
        <translation>What could be better?</translation>
    </message>
    <message>
        <source>请市民评议</source>
        <translation>Citizens rate</translation>
    </message>
    <message>
        <source>作评议</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>市民代表，请带代表证</source>
        <translation>Representatives only</translation>
    </message>
    <message>
        <source>内容还在路上</source>
        <translation>Content is on its way</translation>
    </message>
    <message>
        <source>工作人员已登录</source>
        <translation>Staff signed in</translation>
    </message>
    <message>
        <source>已签到，接着评</source>
        <translation>Signed in: go on rating</translation>
    </message>
    <message>
        <source>%1 个重点问题</source>
        <translation>%1 problems</translation>
    </message>
    <message>
        <source>重点问题</source>
        <translation>Key problems</translation>
    </message>
    <message>
        <source>查我的意见</source>
        <translation>My suggestion</translation>
    </message>
    <message>
        <source>评议结果</source>
        <translation>Results</translation>
    </message>
</context>
<context>
    <name>KeyRow</name>
    <message>
        <source>删除</source>
        <translation>Delete</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>示例数据</source>
        <translation>Sample data</translation>
    </message>
    <message>
        <source>您还在吗？</source>
        <translation>Are you still there?</translation>
    </message>
    <message>
        <source>%1 秒后回到首页。没投出、没提交的内容会清掉，别人看不到。</source>
        <translation>Back to the start in %1 s. What is not cast or submitted will be cleared; nobody will see it.</translation>
    </message>
    <message>
        <source>我还在</source>
        <translation>I&apos;m still here</translation>
    </message>
    <message>
        <source>不用了，退出</source>
        <translation>No, leave</translation>
    </message>
</context>
<context>
    <name>OutOfService</name>
    <message>
        <source>触摸屏断开了</source>
        <translation>Touch screen lost</translation>
    </message>
    <message>
        <source>正在修复记录库</source>
        <translation>Mending the records</translation>
    </message>
    <message>
        <source>请用旁边的终端</source>
        <translation>Please use the next kiosk</translation>
    </message>
    <message>
        <source>请用旁边的终端。
工作人员：检查触摸屏接线，接好就恢复。</source>
        <translation>Please use the next kiosk.
Staff: check the cable of the touch screen.</translation>
    </message>
    <message>
        <source>请用旁边的终端。
修好以后，这里会自己恢复。</source>
        <translation>Please use the next kiosk.
This one recovers by itself.</translation>
    </message>
    <message>
        <source>这台终端暂时停用。
工作人员出示工作证就能恢复。</source>
        <translation>This one is out of use for now.
Staff: show your card to go on.</translation>
    </message>
    <message>
        <source>已投出、已提交的都记下了，不会丢。</source>
        <translation>All that was cast or sent is safe.</translation>
    </message>
</context>
<context>
    <name>PagedText</name>
    <message>
        <source>第 %1 页，共 %2 页</source>
        <translation>Page %1 of %2</translation>
    </message>
    <message>
        <source>上一页</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>下一页</source>
        <translation>Next</translation>
    </message>
</context>
<context>
    <name>Pager</name>
    <message>
        <source>第 %1 项，共 %2 项</source>
        <translation>%1 of %2</translation>
    </message>
    <message>
        <source>上一页</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>下一页</source>
        <translation>Next</translation>
    </message>
</context>
<context>
    <name>PinyinKeyboard</name>
    <message>
        <source>用拼音打字，在这里选词</source>
        <translation>Type pinyin, choose words here</translation>
    </message>
    <message>
        <source>大写</source>
        <translation>Shift</translation>
    </message>
    <message>
        <source>分词</source>
        <translation>Divide</translation>
    </message>
    <message>
        <source>换行</source>
        <translation>New line</translation>
    </message>
    <message>
        <source>字母</source>
        <translation>abc</translation>
    </message>
    <message>
        <source>数字符号</source>
        <translation>?123</translation>
    </message>
    <message>
        <source>符号</source>
        <translation>?123</translation>
    </message>
    <message>
        <source>中 / 英</source>
        <translation>中/EN</translation>
    </message>
    <message>
        <source>英 / 中</source>
        <translation>EN/中</translation>
    </message>
    <message>
        <source>换成英文键盘</source>
        <translation>Switch to the English keyboard</translation>
    </message>
    <message>
        <source>换成拼音键盘</source>
        <translation>Switch to the pinyin keyboard</translation>
    </message>
    <message>
        <source>空格</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>选第一个</source>
        <translation>Take first</translation>
    </message>
</context>
<context>
    <name>Player</name>
    <message>
        <source>述职报告</source>
        <translation>Duty report</translation>
    </message>
    <message>
        <source>局长访谈</source>
        <translation>Interview</translation>
    </message>
    <message>
        <source>暂停</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>播放</source>
        <translation>Play</translation>
    </message>
</context>
<context>
    <name>PlayerControls</name>
    <message>
        <source>声音 %1%</source>
        <translation>Sound %1%</translation>
    </message>
    <message>
        <source>静音</source>
        <translation>No sound</translation>
    </message>
    <message>
        <source>语速 %1</source>
        <translation>Speed %1</translation>
    </message>
    <message>
        <source>字幕</source>
        <translation>Captions</translation>
    </message>
    <message>
        <source>10 秒</source>
        <translation>10 s</translation>
    </message>
    <message>
        <source>暂停</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>播放</source>
        <translation>Play</translation>
    </message>
    <message>
        <source>下一个报告</source>
        <translation>Next report</translation>
    </message>
</context>
<context>
    <name>PlayerEnding</name>
    <message>
        <source>这段视频还没到</source>
        <translation>This video has not arrived yet</translation>
    </message>
    <message>
        <source>这段视频放不出来</source>
        <translation>This video cannot be played</translation>
    </message>
    <message>
        <source>看完了</source>
        <translation>The end</translation>
    </message>
    <message>
        <source>文字稿已经到了，可以先读。</source>
        <translation>The transcript is here; you can read it.</translation>
    </message>
    <message>
        <source>再看一遍</source>
        <translation>Watch again</translation>
    </message>
    <message>
        <source>说清楚了吗？</source>
        <translation>Was it answered?</translation>
    </message>
</context>
<context>
    <name>Problem</name>
    <message>
        <source>重点问题 第 %1 题</source>
        <translation>Key problem %1</translation>
    </message>
    <message>
        <source>我也提意见</source>
        <translation>Suggest</translation>
    </message>
    <message>
        <source>看局长回答 %1</source>
        <translation>Watch the answer %1</translation>
    </message>
    <message>
        <source>读书面答复</source>
        <translation>Read the answer</translation>
    </message>
</context>
<context>
    <name>ProblemAnswer</name>
    <message>
        <source>书面答复</source>
        <translation>Written answer</translation>
    </message>
</context>
<context>
    <name>ProblemFilters</name>
    <message>
        <source>主题</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Source</translation>
    </message>
</context>
<context>
    <name>ProblemRow</name>
    <message>
        <source>书面答复</source>
        <translation>Read</translation>
    </message>
    <message>
        <source>看回答 %1</source>
        <translation>Watch %1</translation>
    </message>
</context>
<context>
    <name>ProblemTopics</name>
    <message>
        <source>按主题</source>
        <translation>By topic</translation>
    </message>
    <message>
        <source>再选</source>
        <translation>Also filter</translation>
    </message>
    <message>
        <source>部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>清除筛选</source>
        <translation>Clear filters</translation>
    </message>
</context>
<context>
    <name>ProblemVerdict</name>
    <message>
        <source>这次没有记下来，请再点一次。</source>
        <translation>That was not recorded. Please press again.</translation>
    </message>
    <message>
        <source>这个回答，说清楚了吗？不记名，点一下就行。</source>
        <translation>Was the question answered? Anonymous, one touch.</translation>
    </message>
    <message>
        <source>说清楚了</source>
        <translation>Yes, clearly</translation>
    </message>
    <message>
        <source>没太懂</source>
        <translation>Not clear to me</translation>
    </message>
    <message>
        <source>没答上来</source>
        <translation>Not answered</translation>
    </message>
    <message>
        <source>谢谢，记下了。不记名。</source>
        <translation>Thank you, recorded anonymously.</translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message>
        <source>%1 个重点问题</source>
        <translation>%1 problems</translation>
    </message>
    <message>
        <source>群众出题，局长答题</source>
        <translation>and their answers</translation>
    </message>
    <message>
        <source>清除筛选</source>
        <translation>Clear filters</translation>
    </message>
    <message>
        <source>群众出题，
局长答题。</source>
        <translation>Citizens ask,
directors answer.</translation>
    </message>
    <message>
        <source>%1 题，第 %2 题</source>
        <translation>%1 problems, %2</translation>
    </message>
    <message>
        <source>这样选，没有问题</source>
        <translation>No problems match</translation>
    </message>
    <message>
        <source>换一个主题、部门或来源试试。</source>
        <translation>Try another topic, department or source.</translation>
    </message>
    <message>
        <source>想看哪个主题？</source>
        <translation>Which topic?</translation>
    </message>
    <message>
        <source>由哪个部门回答？</source>
        <translation>Which department answers?</translation>
    </message>
    <message>
        <source>问题从哪里来？</source>
        <translation>Where does it come from?</translation>
    </message>
</context>
<context>
    <name>QuestionContact</name>
    <message>
        <source>要署名吗？不署名也能交。</source>
        <translation>Add your name? It&apos;s optional.</translation>
    </message>
    <message>
        <source>只用来就这份意见和您联系。写下的内容立刻加密，这台终端和会场的人都看不到。</source>
        <translation>Only to reach you about this. What you write is encrypted at once; neither this kiosk nor the venue can read it.</translation>
    </message>
    <message>
        <source>称呼</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>怎么称呼您，可不填</source>
        <translation>optional</translation>
    </message>
    <message>
        <source>可不填</source>
        <translation>optional</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>电话号码，可不填</source>
        <translation>optional</translation>
    </message>
    <message>
        <source>不留，下一步</source>
        <translation>Skip</translation>
    </message>
    <message>
        <source>下一步</source>
        <translation>Continue</translation>
    </message>
</context>
<context>
    <name>QuestionOne</name>
    <message>
        <source>最多选 %1 项，已选 %2 项</source>
        <translation>Up to %1, %2 chosen</translation>
    </message>
    <message>
        <source>可以多选，已选 %1 项</source>
        <translation>Any number, %1 chosen</translation>
    </message>
    <message>
        <source>可以不答</source>
        <translation>You may skip this one</translation>
    </message>
    <message>
        <source>第 %1 题，共 %2 题</source>
        <translation>Question %1 of %2</translation>
    </message>
    <message>
        <source>上一题</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>下一题</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>看一遍</source>
        <translation>Check</translation>
    </message>
</context>
<context>
    <name>QuestionReview</name>
    <message>
        <source>答了 %1 题，%2 题留空</source>
        <translation>%1 answered, %2 blank</translation>
    </message>
    <message>
        <source>答了 %1 题，
%2 题留空</source>
        <translation>%1 answered,
%2 blank</translation>
    </message>
    <message>
        <source>%1 题都答了</source>
        <translation>All %1 answered</translation>
    </message>
    <message>
        <source>留空的题可以不答</source>
        <translation>Blanks are allowed</translation>
    </message>
    <message>
        <source>显示我的回答</source>
        <translation>Show my answers</translation>
    </message>
    <message>
        <source>遮住我的回答</source>
        <translation>Hide my answers</translation>
    </message>
    <message>
        <source>正在交…</source>
        <translation>Sending…</translation>
    </message>
    <message>
        <source>交出这份问卷</source>
        <translation>Hand in this form</translation>
    </message>
    <message>
        <source>交出以后不能再改</source>
        <translation>It cannot be changed afterwards</translation>
    </message>
    <message>
        <source>交给办公室</source>
        <translation>Hand it in</translation>
    </message>
    <message>
        <source>没有署名</source>
        <translation>Without a name</translation>
    </message>
    <message>
        <source>署名：%1</source>
        <translation>Signed %1</translation>
    </message>
</context>
<context>
    <name>QuestionText</name>
    <message>
        <source>%1 / %2 字</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>不写，下一步</source>
        <translation>Skip</translation>
    </message>
    <message>
        <source>下一步</source>
        <translation>Continue</translation>
    </message>
</context>
<context>
    <name>Questionnaire</name>
    <message>
        <source>一题都没有答，不用交。</source>
        <translation>Nothing is answered yet, so there is nothing to hand in.</translation>
    </message>
    <message>
        <source>这一题请选一项，再往下走。</source>
        <translation>Please answer this one before you go on.</translation>
    </message>
    <message>
        <source>这一题的回答读不出来，请再答一次。</source>
        <translation>This answer cannot be read. Please answer again.</translation>
    </message>
    <message>
        <source>这一题的选项变了，请再选一次。</source>
        <translation>The choices have changed. Please choose again.</translation>
    </message>
    <message>
        <source>至少选 %1 项。</source>
        <translation>Please choose at least %1.</translation>
    </message>
    <message>
        <source>最多选 %1 项。先去掉一项，再选别的。</source>
        <translation>At most %1. Take one back before you choose another.</translation>
    </message>
    <message>
        <source>最多写 %1 个字，请短一点。</source>
        <translation>At most %1 characters. Please shorten it.</translation>
    </message>
    <message>
        <source>称呼太长了，请短一点。</source>
        <translation>The name is too long. Please shorten it.</translation>
    </message>
    <message>
        <source>电话号码不对，请看一看，或者留空。</source>
        <translation>Please check the phone number, or leave it empty.</translation>
    </message>
    <message>
        <source>现在不能交。您的回答还在，什么都没有用掉。</source>
        <translation>Forms are closed now. Your answers are still here; nothing was used up.</translation>
    </message>
    <message>
        <source>这份问卷已经交过了（可能在别的会场），不用再交。</source>
        <translation>This form was already handed in, perhaps at another venue.</translation>
    </message>
    <message>
        <source>这份问卷刚刚换了新版。请回到首页，重新打开它。</source>
        <translation>This form has just been replaced by a new one. Please go back and open it again.</translation>
    </message>
    <message>
        <source>这台终端存不下了，没有交上。请用旁边的终端，或叫工作人员。</source>
        <translation>This kiosk is full; nothing was handed in. Please use another kiosk or call staff.</translation>
    </message>
    <message>
        <source>没有交上，您的回答还在。请再试一次，或叫工作人员。</source>
        <translation>Not handed in; your answers are still here. Please try again or call staff.</translation>
    </message>
    <message>
        <source>交出前，看一遍</source>
        <translation>Check before you hand it in</translation>
    </message>
    <message>
        <source>拉上帘子</source>
        <translation>Draw the curtain</translation>
    </message>
    <message>
        <source>不记名</source>
        <translation>Secret</translation>
    </message>
    <message>
        <source>可以署名</source>
        <translation>Name optional</translation>
    </message>
    <message>
        <source>第 %1 题，共 %2 题</source>
        <translation>Question %1 of %2</translation>
    </message>
</context>
<context>
    <name>Rate</name>
    <message>
        <source>现在不能投票。您的选择还在，什么都没有用掉。</source>
        <translation>Rating is closed now. Your choices are still here; nothing was used up.</translation>
    </message>
    <message>
        <source>有的部门已经评过了（可能在别的会场），不用再评。其余的请再看一遍，然后投出。</source>
        <translation>Some departments were already rated, perhaps at another venue. Please check the others and cast them.</translation>
    </message>
    <message>
        <source>这台终端存不下了，没有投出。请用旁边的终端，或叫工作人员。</source>
        <translation>This kiosk is full; nothing was cast. Please use another kiosk or call staff.</translation>
    </message>
    <message>
        <source>没有投出，您的选择还在。请再试一次，或叫工作人员。</source>
        <translation>Not cast; your choices are still here. Please try again or call staff.</translation>
    </message>
    <message>
        <source>投出前，看一遍</source>
        <translation>Check before you cast</translation>
    </message>
    <message>
        <source>评%1</source>
        <translation>Rate %1</translation>
    </message>
    <message>
        <source>拉上帘子</source>
        <translation>Draw the curtain</translation>
    </message>
    <message>
        <source>不记名</source>
        <translation>Secret</translation>
    </message>
    <message>
        <source>这一场都评过了</source>
        <translation>You have rated all of this session</translation>
    </message>
    <message>
        <source>谢谢您。别的场次开始后再来，或者看看报告。</source>
        <translation>Thank you. Come back for the other sessions, or watch a report.</translation>
    </message>
    <message>
        <source>看看报告</source>
        <translation>Watch reports</translation>
    </message>
    <message>
        <source>现在评不了</source>
        <translation>Rating is not possible now</translation>
    </message>
    <message>
        <source>叫工作人员</source>
        <translation>Call staff</translation>
    </message>
    <message>
        <source>%1 个已选，%2 个留空</source>
        <translation>%1 chosen, %2 blank</translation>
    </message>
    <message>
        <source>第 %1 个，共 %2 个</source>
        <translation>%1 of %2</translation>
    </message>
    <message>
        <source>下一个</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>核对</source>
        <translation>Check</translation>
    </message>
</context>
<context>
    <name>RateList</name>
    <message>
        <source>每个部门评一项</source>
        <translation>One mark for each</translation>
    </message>
    <message>
        <source>上一页</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>下一页</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>一个一个评</source>
        <translation>One at a time</translation>
    </message>
    <message>
        <source>核对 %1 项</source>
        <translation>Check %1</translation>
    </message>
</context>
<context>
    <name>RateOne</name>
    <message>
        <source>第 %1 个，共 %2 个</source>
        <translation>%1 of %2</translation>
    </message>
    <message>
        <source>看它的报告</source>
        <translation>Watch its report</translation>
    </message>
    <message>
        <source>看它的报告 %1</source>
        <translation>Watch its report, %1</translation>
    </message>
    <message>
        <source>看书面总结</source>
        <translation>Read its summary</translation>
    </message>
    <message>
        <source>上一个</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>清除这一项</source>
        <translation>Clear this one</translation>
    </message>
    <message>
        <source>列成一张表</source>
        <translation>As a list</translation>
    </message>
    <message>
        <source>核对并投出</source>
        <translation>Check and cast</translation>
    </message>
    <message>
        <source>下一个</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>核对</source>
        <translation>Check</translation>
    </message>
</context>
<context>
    <name>RateReview</name>
    <message>
        <source>%1 个已选，
%2 个留空</source>
        <translation>%1 chosen,
%2 blank</translation>
    </message>
    <message>
        <source>%1 个已选，%2 个留空</source>
        <translation>%1 chosen, %2 blank</translation>
    </message>
    <message>
        <source>%1 个都选好了</source>
        <translation>All %1 chosen</translation>
    </message>
    <message>
        <source>还没评的部门</source>
        <translation>Not rated yet</translation>
    </message>
    <message>
        <source>留空不算“不了解”，以后还能补。</source>
        <translation>Blank does not mean you don&apos;t know; you can rate them later.</translation>
    </message>
    <message>
        <source>正在投出…</source>
        <translation>Casting…</translation>
    </message>
    <message numerus="yes">
        <source>投出 %n 项评价</source>
        <translation>
            <numerusform>Cast %n rating</numerusform>
            <numerusform>Cast %n ratings</numerusform>
        </translation>
    </message>
    <message>
        <source>投出以后不能再改</source>
        <translation>They cannot be changed afterwards</translation>
    </message>
    <message>
        <source>一个都没有选，请先评一个部门。</source>
        <translation>Nothing is chosen. Please rate a department first.</translation>
    </message>
</context>
<context>
    <name>Receipt</name>
    <message>
        <source>已记录</source>
        <translation>Recorded</translation>
    </message>
    <message>
        <source>您的意见已经收下。谢谢您。</source>
        <translation>Your suggestion is recorded. Thank you.</translation>
    </message>
    <message>
        <source>您的答卷已经交上。谢谢您。</source>
        <translation>Your questionnaire is handed in. Thank you.</translation>
    </message>
    <message numerus="yes">
        <source>您的 %n 项评价已经投出。谢谢您。</source>
        <translation>
            <numerusform>Your rating is cast. Thank you.</numerusform>
            <numerusform>Your %n ratings are cast. Thank you.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1还有 %n 个部门，想评随时再来。</source>
        <translation>
            <numerusform>%1: %n department left. Come back any time.</numerusform>
            <numerusform>%1: %n departments left. Come back any time.</numerusform>
        </translation>
    </message>
    <message>
        <source>请记下回执编号，凭它在任何会场都能查答复。</source>
        <translation>Note the receipt code: with it you can look up the answer at any venue.</translation>
    </message>
    <message>
        <source>完成</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>接着评</source>
        <translation>Rate more</translation>
    </message>
    <message>
        <source>再看一会儿</source>
        <translation>A little longer</translation>
    </message>
    <message>
        <source>%1 秒后回到首页</source>
        <translation>Back to the start in %1 s</translation>
    </message>
</context>
<context>
    <name>ReceiptPaper</name>
    <message>
        <source>评议回执</source>
        <translation>Rating receipt</translation>
    </message>
    <message>
        <source>意见回执</source>
        <translation>Suggestion receipt</translation>
    </message>
    <message>
        <source>答卷回执</source>
        <translation>Questionnaire receipt</translation>
    </message>
    <message>
        <source>手机扫一扫带走</source>
        <translation>Take it on your phone</translation>
    </message>
    <message>
        <source>手机上也能看办到哪一步。</source>
        <translation>Your phone can show how far it is, too.</translation>
    </message>
    <message>
        <source>它只证明您的票
在公布的名单里。</source>
        <translation>It only proves that your ballot is on the published list.</translation>
    </message>
    <message>
        <source>看不出您选了什么</source>
        <translation>It does not show what you chose</translation>
    </message>
    <message>
        <source>回执编号</source>
        <translation>Receipt code</translation>
    </message>
</context>
<context>
    <name>ReceiptSample</name>
    <message>
        <source>回执编号</source>
        <translation>Receipt code</translation>
    </message>
</context>
<context>
    <name>Representative</name>
    <message>
        <source>退出</source>
        <translation>Sign out</translation>
    </message>
    <message>
        <source>市民代表 · %1</source>
        <translation>Representative · %1</translation>
    </message>
    <message>
        <source>您好，
已签到。</source>
        <translation>You are
signed in.</translation>
    </message>
    <message>
        <source>您好，已签到。</source>
        <translation>Hello, you&apos;re signed in.</translation>
    </message>
    <message>
        <source>签到记名，评议不记名</source>
        <translation>Attendance by name, ratings secret</translation>
    </message>
    <message>
        <source>您选了什么，谁也查不到，工作人员也不行。</source>
        <translation>Nobody can find out what you chose, not even staff.</translation>
    </message>
    <message>
        <source>不用一次评完</source>
        <translation>No need to finish today</translation>
    </message>
    <message>
        <source>今天评几个都行。明天再来，换个会场来，也都行。</source>
        <translation>Rate as many as you like. Come back tomorrow, or at another venue.</translation>
    </message>
    <message>
        <source>民主评议测评票</source>
        <translation>Evaluation ballot</translation>
    </message>
    <message>
        <source>现在看不到您评过哪些。请用旁边的终端，或叫工作人员。</source>
        <translation>What you have cast cannot be shown now. Please use another kiosk or call staff.</translation>
    </message>
    <message>
        <source>现在没有可以评的场次。已投出 %1 个，还有 %2 个。</source>
        <translation>No session can be rated now. %1 rated, %2 to go.</translation>
    </message>
    <message>
        <source>选好 %1 个，还没有投出</source>
        <translation>%1 chosen, not cast yet</translation>
    </message>
    <message numerus="yes">
        <source>已投出 %n 个部门，还有 %1 个</source>
        <translation>
            <numerusform>%n department rated, %1 to go</numerusform>
            <numerusform>%n departments rated, %1 to go</numerusform>
        </translation>
    </message>
    <message>
        <source>评%1的 %2 个部门</source>
        <translation>Rate %2 in %1</translation>
    </message>
    <message>
        <source>全部评完了，谢谢您。</source>
        <translation>All rated. Thank you.</translation>
    </message>
</context>
<context>
    <name>Results</name>
    <message>
        <source>评议结果</source>
        <translation>Results</translation>
    </message>
    <message>
        <source>按场次</source>
        <translation>By session</translation>
    </message>
    <message>
        <source>按得分</source>
        <translation>By score</translation>
    </message>
</context>
<context>
    <name>ResultsLowered</name>
    <message>
        <source>看它的报告和目标</source>
        <translation>See its report and goals</translation>
    </message>
</context>
<context>
    <name>ResultsOne</name>
    <message>
        <source>还没有人评这个部门。</source>
        <translation>Nobody has rated this department yet.</translation>
    </message>
    <message>
        <source>评的人不到 %1 位，为了不让人猜出是谁，不公布。</source>
        <translation>Fewer than %1 people rated it. To protect them, nothing is shown.</translation>
    </message>
    <message>
        <source>有的选项人数太少，为了不让人猜出是谁，不公布，也不算得分。</source>
        <translation>Too few people chose some marks. To protect them, those and the score are not shown.</translation>
    </message>
    <message>
        <source>共 %1 人评议</source>
        <translation>%1 people rated it</translation>
    </message>
    <message>
        <source>市民代表评出来的</source>
        <translation>Rated by citizen representatives</translation>
    </message>
    <message>
        <source>项评价</source>
        <translation>ratings counted</translation>
    </message>
    <message>
        <source>点一个部门，看得分和各选项的比例。</source>
        <translation>Touch a department to see its score and the share of each mark.</translation>
    </message>
    <message>
        <source>分，满分 100</source>
        <translation>of 100</translation>
    </message>
    <message>
        <source>不公布</source>
        <translation>Withheld</translation>
    </message>
    <message>
        <source>看它的报告和目标</source>
        <translation>See its report and goals</translation>
    </message>
</context>
<context>
    <name>ReviewLayout</name>
    <message>
        <source>显示我的选择</source>
        <translation>Show my choices</translation>
    </message>
    <message>
        <source>遮住我的选择</source>
        <translation>Hide my choices</translation>
    </message>
    <message>
        <source>%1，还有 %2 个</source>
        <translation>%1 and %2 more</translation>
    </message>
</context>
<context>
    <name>ReviewRow</name>
    <message>
        <source>已选，遮住了</source>
        <translation>Chosen, hidden</translation>
    </message>
    <message>
        <source>留空</source>
        <translation>Blank</translation>
    </message>
</context>
<context>
    <name>SessionBox</name>
    <message>
        <source>已投出</source>
        <translation>Cast</translation>
    </message>
    <message>
        <source>现在可以评</source>
        <translation>Open now</translation>
    </message>
    <message>
        <source>还没评完</source>
        <translation>Not finished</translation>
    </message>
</context>
<context>
    <name>SettingsRow</name>
    <message>
        <source>大字版</source>
        <translation>Large type</translation>
    </message>
    <message>
        <source>高对比</source>
        <translation>High contrast</translation>
    </message>
    <message>
        <source>按钮上移</source>
        <translation>Raise buttons</translation>
    </message>
    <message>
        <source>按钮下移</source>
        <translation>Lower buttons</translation>
    </message>
    <message>
        <source>帮助和叫人</source>
        <translation>Help</translation>
    </message>
</context>
<context>
    <name>SignIn</name>
    <message>
        <source>示例代表证</source>
        <translation>Sample cards</translation>
    </message>
</context>
<context>
    <name>SignInCards</name>
    <message>
        <source>示例代表证</source>
        <translation>Sample cards</translation>
    </message>
    <message>
        <source>示例代表证（只在演示里有）</source>
        <translation>Sample cards (demo only)</translation>
    </message>
</context>
<context>
    <name>SignInPicture</name>
    <message>
        <source>签到记名，评议不记名</source>
        <translation>Attendance by name, ratings secret</translation>
    </message>
    <message>
        <source>正在看…</source>
        <translation>Checking…</translation>
    </message>
    <message>
        <source>镜头在屏幕正下方</source>
        <translation>The camera is below the screen</translation>
    </message>
    <message>
        <source>扫码枪在屏幕下方</source>
        <translation>The scanner is below the screen</translation>
    </message>
</context>
<context>
    <name>SignInPin</name>
    <message>
        <source>证件已认出</source>
        <translation>Card recognised</translation>
    </message>
    <message>
        <source>请输入
六位数字密码</source>
        <translation>Enter your
six-digit PIN</translation>
    </message>
    <message>
        <source>密码不对，请再试一次。什么都没有用掉。</source>
        <translation>Wrong PIN, please try again. Nothing was used up.</translation>
    </message>
    <message>
        <source>输错多次，请等 %1 秒再试。什么都没有用掉。</source>
        <translation>Too many wrong PINs. Please wait %1 s. Nothing was used up.</translation>
    </message>
    <message>
        <source>请输入六位数字密码</source>
        <translation>Enter your six-digit PIN</translation>
    </message>
    <message>
        <source>密码印在发证信封里。
输错 %1 次，要等 %2 秒再试。</source>
        <translation>It is printed in the card&apos;s envelope.
After %1 wrong tries you wait %2 seconds.</translation>
    </message>
    <message>
        <source>已输入 %1 位</source>
        <translation>%1 digits entered</translation>
    </message>
    <message>
        <source>忘了密码？叫工作人员</source>
        <translation>Forgot it? Call staff</translation>
    </message>
    <message>
        <source>忘了密码，叫人</source>
        <translation>Forgot it? Call staff</translation>
    </message>
    <message>
        <source>清空</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>删除</source>
        <translation>Delete</translation>
    </message>
</context>
<context>
    <name>SignInRefused</name>
    <message>
        <source>这不是代表证</source>
        <translation>This is not one of our cards</translation>
    </message>
    <message>
        <source>不是活动的二维码</source>
        <translation>not one of our codes</translation>
    </message>
    <message>
        <source>没有看清这张证</source>
        <translation>The card could not be read</translation>
    </message>
    <message>
        <source>二维码不完整</source>
        <translation>code incomplete</translation>
    </message>
    <message>
        <source>这张证不是活动发的</source>
        <translation>This card was not issued by the event</translation>
    </message>
    <message>
        <source>签名不符</source>
        <translation>signature does not match</translation>
    </message>
    <message>
        <source>叫工作人员来看</source>
        <translation>Call staff to look</translation>
    </message>
    <message>
        <source>这是另一次活动的证</source>
        <translation>This card is for another event</translation>
    </message>
    <message>
        <source>不是今年的证</source>
        <translation>not this year&apos;s card</translation>
    </message>
    <message>
        <source>这张代表证过期了</source>
        <translation>This card has expired</translation>
    </message>
    <message>
        <source>证件过期</source>
        <translation>card expired</translation>
    </message>
    <message>
        <source>叫工作人员换证</source>
        <translation>Call staff for a new card</translation>
    </message>
    <message>
        <source>这张证已经停用</source>
        <translation>This card is no longer valid</translation>
    </message>
    <message>
        <source>证件停用</source>
        <translation>card revoked</translation>
    </message>
    <message>
        <source>叫工作人员补证</source>
        <translation>Call staff for a new card</translation>
    </message>
    <message>
        <source>这张证已经换过新的</source>
        <translation>This card has been replaced</translation>
    </message>
    <message>
        <source>证件已换新</source>
        <translation>card replaced</translation>
    </message>
    <message>
        <source>这里要用另一种证</source>
        <translation>Another kind of card is needed here</translation>
    </message>
    <message>
        <source>证件种类不符</source>
        <translation>wrong kind of card</translation>
    </message>
    <message>
        <source>密码不对</source>
        <translation>Wrong PIN</translation>
    </message>
    <message>
        <source>请稍等再试</source>
        <translation>Please wait a moment</translation>
    </message>
    <message>
        <source>这张证输错密码多次，请等 %1 秒，到时可以再试。</source>
        <translation>Too many wrong PINs for this card. You can try again in %1 s.</translation>
    </message>
    <message>
        <source>密码等待</source>
        <translation>waiting after wrong PINs</translation>
    </message>
    <message>
        <source>这张证暂时锁住了</source>
        <translation>This card is locked for now</translation>
    </message>
    <message>
        <source>密码锁住</source>
        <translation>locked after wrong PINs</translation>
    </message>
    <message>
        <source>叫工作人员解锁</source>
        <translation>Call staff to unlock</translation>
    </message>
    <message>
        <source>评议票还没有到</source>
        <translation>The ballot has not arrived yet</translation>
    </message>
    <message>
        <source>没有内容包</source>
        <translation>no content pack</translation>
    </message>
    <message>
        <source>现在签不了到</source>
        <translation>Signing in is not possible now</translation>
    </message>
    <message>
        <source>扫到的是别的二维码。请出示印着“市民代表证”的卡片或手机图片。</source>
        <translation>That was another QR code. Please show the card or phone picture that says 市民代表证.</translation>
    </message>
    <message>
        <source>二维码可能脏了、折了或没有拍全。擦一擦，放平，再试一次。</source>
        <translation>The code may be dirty, bent or cut off. Wipe it, hold it flat and try again.</translation>
    </message>
    <message>
        <source>二维码里的签名对不上。请把证交给工作人员看一看。</source>
        <translation>The signature in the code does not match. Please show the card to staff.</translation>
    </message>
    <message>
        <source>请用今年发的代表证。</source>
        <translation>Please use the card issued this year.</translation>
    </message>
    <message>
        <source>有效期到 %1。换一张新的就能用。</source>
        <translation>It was valid until %1. With a new card you can go on.</translation>
    </message>
    <message>
        <source>请工作人员帮您查一查，补一张新证。</source>
        <translation>Please ask staff to look it up and issue a new one.</translation>
    </message>
    <message>
        <source>请用后来发的那一张。找不到，就叫工作人员。</source>
        <translation>Please use the newer card. If you cannot find it, call staff.</translation>
    </message>
    <message>
        <source>请换一张证，或叫工作人员。</source>
        <translation>Please use another card or call staff.</translation>
    </message>
    <message>
        <source>请再试一次。</source>
        <translation>Please try again.</translation>
    </message>
    <message>
        <source>密码输错太多次。请工作人员帮您解锁。</source>
        <translation>Too many wrong PINs. Please ask staff to unlock the card.</translation>
    </message>
    <message>
        <source>请过一会儿再来，或叫工作人员。</source>
        <translation>Please come back in a while or call staff.</translation>
    </message>
    <message>
        <source>这台终端出了点问题。请用旁边的终端，或叫工作人员。</source>
        <translation>Something is wrong with this kiosk. Please use another one or call staff.</translation>
    </message>
    <message>
        <source>签到</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>您的评议机会还在，什么都没有用掉。</source>
        <translation>You can still rate; nothing was used up.</translation>
    </message>
    <message>
        <source>叫工作人员</source>
        <translation>Call staff</translation>
    </message>
    <message>
        <source>存储故障</source>
        <translation>storage fault</translation>
    </message>
    <message>
        <source>没有投出，什么都没有用掉。刚才选的已经清除。</source>
        <translation>Not cast, and nothing was used up. What you had chosen is cleared.</translation>
    </message>
    <message>
        <source>换一张证再试</source>
        <translation>Try another card</translation>
    </message>
    <message>
        <source>先看报告</source>
        <translation>Watch reports</translation>
    </message>
    <message>
        <source>先提意见</source>
        <translation>Make a suggestion</translation>
    </message>
    <message>
        <source>回首页</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>给工作人员看：%1 · %2</source>
        <translation>For staff: %1 · %2</translation>
    </message>
</context>
<context>
    <name>SignInScan</name>
    <message>
        <source>市民代表签到</source>
        <translation>Representatives sign in</translation>
    </message>
    <message>
        <source>请把代表证
举到镜头前</source>
        <translation>Hold your card
to the camera</translation>
    </message>
    <message>
        <source>请把代表证
对准扫码枪</source>
        <translation>Hold your card
to the scanner</translation>
    </message>
    <message>
        <source>拿出代表证</source>
        <translation>Take out your card</translation>
    </message>
    <message>
        <source>手机里的二维码也行</source>
        <translation>A QR code on your phone works too</translation>
    </message>
    <message>
        <source>对准屏幕下方的镜头</source>
        <translation>Hold it to the camera</translation>
    </message>
    <message>
        <source>对准屏幕下方的红光</source>
        <translation>Hold it to the red light</translation>
    </message>
    <message>
        <source>离一个手掌远，停一下</source>
        <translation>A palm&apos;s width away, and hold still</translation>
    </message>
    <message>
        <source>最多等三秒</source>
        <translation>Three seconds at most</translation>
    </message>
    <message>
        <source>屏幕一变，就好了</source>
        <translation>Done when the screen changes</translation>
    </message>
    <message>
        <source>没带证？叫工作人员</source>
        <translation>No card? Call staff</translation>
    </message>
    <message>
        <source>没带证，叫人</source>
        <translation>No card? Call staff</translation>
    </message>
    <message>
        <source>我不是代表</source>
        <translation>Not a representative</translation>
    </message>
</context>
<context>
    <name>Staff</name>
    <message>
        <source>全部已上传</source>
        <translation>All records sent</translation>
    </message>
    <message>
        <source>%1 条正在上传</source>
        <translation>%1 on the way</translation>
    </message>
    <message>
        <source>%1 条待上传</source>
        <translation>%1 waiting to be sent</translation>
    </message>
    <message>
        <source>%1 条待上传，最早 %2</source>
        <translation>%1 waiting, oldest %2</translation>
    </message>
    <message>
        <source>请找技术支持</source>
        <translation>Please call support</translation>
    </message>
    <message>
        <source>还没有内容</source>
        <translation>No content yet</translation>
    </message>
    <message>
        <source>硬盘快满了</source>
        <translation>The disk is nearly full</translation>
    </message>
    <message>
        <source>读不了代表证</source>
        <translation>Cannot read cards</translation>
    </message>
    <message>
        <source>有设备不见了</source>
        <translation>A device is missing</translation>
    </message>
    <message>
        <source>时钟不准</source>
        <translation>The clock is wrong</translation>
    </message>
    <message>
        <source>备份盘写不进去</source>
        <translation>Backup disk cannot be written</translation>
    </message>
    <message>
        <source>机器太热</source>
        <translation>The machine is too hot</translation>
    </message>
    <message>
        <source>联系不上中心</source>
        <translation>No contact with the centre</translation>
    </message>
    <message>
        <source>%1和中心联系过。您不用做什么。</source>
        <translation>Last contact with the centre: %1. Nothing for you to do.</translation>
    </message>
    <message>
        <source>一会儿就好，您不用做什么。</source>
        <translation>It will not take long. Nothing for you to do.</translation>
    </message>
    <message>
        <source>评议照常，票都在本机，一条不少。网线可能松了，先看路由器的灯。</source>
        <translation>Rating goes on; every record is safe here. The cable may be loose: look at the router&apos;s lights first.</translation>
    </message>
    <message>
        <source>记录都在，评议可以继续。请把这一页拍给技术支持看。</source>
        <translation>All records are safe and rating can go on. Photograph this page for support.</translation>
    </message>
    <message>
        <source>先同步，或用 U 盘带回内容。</source>
        <translation>Sync first, or bring content in on a USB stick.</translation>
    </message>
    <message>
        <source>不再收新视频，评议照常。请找技术支持清理硬盘。</source>
        <translation>No new videos are taken; rating goes on. Ask support to clear the disk.</translation>
    </message>
    <message>
        <source>镜头和扫码枪都没有接上。请插好线，等几秒再看。</source>
        <translation>Neither camera nor scanner is plugged in. Check the cables and wait a few seconds.</translation>
    </message>
    <message>
        <source>看下面黄色的一格，把线插好。</source>
        <translation>Look at the yellow tile below and plug it in.</translation>
    </message>
    <message>
        <source>和中心差得太多。联网后会自己校准，不行就找技术支持。</source>
        <translation>It differs too much from the centre&apos;s. It sets itself once online; if not, call support.</translation>
    </message>
    <message>
        <source>请看备份盘有没有插好。评议照常。</source>
        <translation>Check that the backup disk is plugged in. Rating goes on.</translation>
    </message>
    <message>
        <source>让通风口离墙远一点，别挡住。</source>
        <translation>Keep its vents clear and away from the wall.</translation>
    </message>
    <message>
        <source>没有要传的东西。网线可能松了，先看路由器的灯。</source>
        <translation>Nothing is waiting to be sent. The cable may be loose: look at the router&apos;s lights first.</translation>
    </message>
    <message>
        <source>网络</source>
        <translation>Network</translation>
    </message>
    <message>
        <source>签到</source>
        <translation>Attendance</translation>
    </message>
    <message>
        <source>内容包</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>异常</source>
        <translation>Problems</translation>
    </message>
    <message>
        <source>硬盘</source>
        <translation>Disk</translation>
    </message>
    <message>
        <source>时钟</source>
        <translation>Clock</translation>
    </message>
    <message>
        <source>温度</source>
        <translation>Temperature</translation>
    </message>
    <message>
        <source>镜头</source>
        <translation>Camera</translation>
    </message>
    <message>
        <source>扫码枪</source>
        <translation>Scanner</translation>
    </message>
    <message>
        <source>声音</source>
        <translation>Sound</translation>
    </message>
    <message>
        <source>触摸屏</source>
        <translation>Touch screen</translation>
    </message>
    <message>
        <source>今天</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>再试一次</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>用 U 盘带走</source>
        <translation>Take by USB</translation>
    </message>
    <message>
        <source>U 盘</source>
        <translation>USB stick</translation>
    </message>
    <message>
        <source>签到名单</source>
        <translation>Attendance</translation>
    </message>
    <message>
        <source>帮人操作</source>
        <translation>Help someone</translation>
    </message>
    <message>
        <source>设备</source>
        <translation>Device</translation>
    </message>
    <message>
        <source>关闭今天</source>
        <translation>Close the day</translation>
    </message>
    <message>
        <source>开场检查</source>
        <translation>Open the day</translation>
    </message>
    <message>
        <source>%1 条</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>%1 人</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>第 %1 版</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>余 %1</source>
        <translation>%1 free</translation>
    </message>
    <message>
        <source>只剩 %1</source>
        <translation>%1 left</translation>
    </message>
    <message>
        <source>没有</source>
        <translation>None</translation>
    </message>
    <message>
        <source>没联系过</source>
        <translation>Never</translation>
    </message>
    <message>
        <source>断开</source>
        <translation>Cut off</translation>
    </message>
    <message>
        <source>正常</source>
        <translation>Fine</translation>
    </message>
    <message>
        <source>不见了</source>
        <translation>Gone</translation>
    </message>
    <message>
        <source>没接上</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>没有接</source>
        <translation>Not there</translation>
    </message>
    <message>
        <source>不准</source>
        <translation>Wrong</translation>
    </message>
    <message>
        <source>未对时</source>
        <translation>Not compared</translation>
    </message>
    <message>
        <source>太热</source>
        <translation>Too hot</translation>
    </message>
    <message>
        <source>已开场</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>已关闭</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>没开场</source>
        <translation>Not opened</translation>
    </message>
    <message>
        <source>流水分叉</source>
        <translation>Forked</translation>
    </message>
    <message>
        <source>有坏数据</source>
        <translation>Bad data</translation>
    </message>
    <message>
        <source>备份盘</source>
        <translation>Backup disk</translation>
    </message>
    <message>
        <source>硬盘满</source>
        <translation>Disk full</translation>
    </message>
    <message>
        <source>看网线</source>
        <translation>check the cable</translation>
    </message>
    <message>
        <source>把线插好</source>
        <translation>plug it in</translation>
    </message>
    <message>
        <source>找技术支持</source>
        <translation>call support</translation>
    </message>
    <message>
        <source>插好备份盘</source>
        <translation>plug it in</translation>
    </message>
    <message>
        <source>清理硬盘</source>
        <translation>clear the disk</translation>
    </message>
    <message>
        <source>联网对时</source>
        <translation>go online</translation>
    </message>
    <message>
        <source>让它通风</source>
        <translation>let it breathe</translation>
    </message>
    <message>
        <source>都到中心了</source>
        <translation>all at the centre</translation>
    </message>
    <message>
        <source>没有异常</source>
        <translation>nothing wrong</translation>
    </message>
    <message>
        <source>够用</source>
        <translation>enough</translation>
    </message>
    <message>
        <source>不热</source>
        <translation>fine</translation>
    </message>
    <message>
        <source>有扫码枪就行</source>
        <translation>scanner will do</translation>
    </message>
    <message>
        <source>接着</source>
        <translation>plugged in</translation>
    </message>
    <message>
        <source>有镜头就行</source>
        <translation>camera will do</translation>
    </message>
    <message>
        <source>或接镜头</source>
        <translation>Or plug in a camera</translation>
    </message>
    <message>
        <source>没有认出来</source>
        <translation>not recognised</translation>
    </message>
    <message>
        <source>联网后对时</source>
        <translation>once online</translation>
    </message>
    <message>
        <source>和中心一致</source>
        <translation>Matches the centre</translation>
    </message>
    <message>
        <source>请做开场检查</source>
        <translation>please check</translation>
    </message>
    <message>
        <source>显示</source>
        <translation>Display</translation>
    </message>
    <message>
        <source>灯塔亮着，就是好的。
黄灯：照着字做一步。</source>
        <translation>Lighthouse lit: all is well.
Amber: do what it says.</translation>
    </message>
    <message>
        <source>黄灯：照着字做一步。
做完还不行，找技术支持。</source>
        <translation>Amber: do what it says.
Still amber? Call support.</translation>
    </message>
    <message>
        <source>待上传</source>
        <translation>To send</translation>
    </message>
    <message>
        <source>或接扫码枪</source>
        <translation>Or plug in a scanner</translation>
    </message>
    <message>
        <source>视频没有声音</source>
        <translation>videos are silent</translation>
    </message>
    <message>
        <source>会场值守</source>
        <translation>Venue staff</translation>
    </message>
    <message>
        <source>退出</source>
        <translation>Sign out</translation>
    </message>
    <message>
        <source>还没有和中心联系过。</source>
        <translation>The centre has not been reached yet.</translation>
    </message>
    <message>
        <source>立即同步</source>
        <translation>Sync now</translation>
    </message>
</context>
<context>
    <name>StaffAttendance</name>
    <message>
        <source>签到好了。投票还要等证能读出来。</source>
        <translation>Checked in. To vote, a card must be read.</translation>
    </message>
    <message>
        <source>已请组织方换证。旧证等下一版名单到了才停用。</source>
        <translation>A new card was requested. The old one works until the next list arrives.</translation>
    </message>
    <message>
        <source>解开了，可以再输密码。</source>
        <translation>Unlocked. The PIN can be tried again.</translation>
    </message>
    <message>
        <source>签到名单</source>
        <translation>Attendance</translation>
    </message>
    <message>
        <source>今天 %1 人签到</source>
        <translation>%1 checked in today</translation>
    </message>
    <message>
        <source>%1，%2 人在场</source>
        <translation>%1: %2 here</translation>
    </message>
    <message>
        <source>证读不出来，按号码签到</source>
        <translation>Card does not read: use its number</translation>
    </message>
    <message>
        <source>解开输错的密码</source>
        <translation>Unlock a PIN</translation>
    </message>
    <message>
        <source>证丢了，请组织方换</source>
        <translation>Lost card: ask for a new one</translation>
    </message>
    <message>
        <source>只算到场；投票仍要用能读的证。</source>
        <translation>This only counts attendance; voting needs a card that reads.</translation>
    </message>
    <message>
        <source>先看本人的身份证件。</source>
        <translation>Check the person&apos;s identity first.</translation>
    </message>
    <message>
        <source>先看本人的身份证件。旧证在下一版名单到来时停用。</source>
        <translation>Check the person&apos;s identity first. The old card stops working with the next list.</translation>
    </message>
    <message>
        <source>按证号排列，不记先后。</source>
        <translation>In order of card numbers, not of arrival.</translation>
    </message>
    <message>
        <source>按号码签到</source>
        <translation>By number</translation>
    </message>
    <message>
        <source>证丢了</source>
        <translation>Lost card</translation>
    </message>
    <message>
        <source>解锁密码（%1）</source>
        <translation>Unlock PIN (%1)</translation>
    </message>
    <message>
        <source>解锁密码</source>
        <translation>Unlock PIN</translation>
    </message>
    <message>
        <source>签到</source>
        <translation>Check in</translation>
    </message>
    <message>
        <source>解锁</source>
        <translation>Unlock</translation>
    </message>
    <message>
        <source>请求换证</source>
        <translation>Request a card</translation>
    </message>
    <message>
        <source>还没有人签到</source>
        <translation>Nobody yet</translation>
    </message>
    <message>
        <source>代表在这里读证以后，会出现在名单上。</source>
        <translation>Representatives appear here once their card was read.</translation>
    </message>
    <message>
        <source>证号八位</source>
        <translation>Card number</translation>
    </message>
</context>
<context>
    <name>StaffClose</name>
    <message>
        <source>关闭今天</source>
        <translation>Close the day</translation>
    </message>
    <message>
        <source>已关闭，账对上了</source>
        <translation>Closed, and it adds up</translation>
    </message>
    <message>
        <source>已关闭，账对不上</source>
        <translation>Closed, but it does not add up</translation>
    </message>
    <message>
        <source>今天结束了吗？</source>
        <translation>Is the day over?</translation>
    </message>
    <message>
        <source>请监督员拍下二维码，或存到 U 盘打印、签字。</source>
        <translation>Let the witness photograph the code, or save it to a stick to print and sign.</translation>
    </message>
    <message>
        <source>关闭以后不能再投票，下次开场才能继续。看视频、提意见照常。</source>
        <translation>After closing nobody can vote until it is opened again. Videos and suggestions go on.</translation>
    </message>
    <message>
        <source>流水和已投记录对不上，请找技术支持。</source>
        <translation>Journal and spent marks differ: call support.</translation>
    </message>
    <message>
        <source>上传 %1 条</source>
        <translation>Send %1</translation>
    </message>
    <message>
        <source>用 U 盘带走</source>
        <translation>Take by USB</translation>
    </message>
    <message>
        <source>正在存…</source>
        <translation>Saving…</translation>
    </message>
    <message>
        <source>已存好，可以拔</source>
        <translation>Saved: pull it out</translation>
    </message>
    <message>
        <source>存到 U 盘打印</source>
        <translation>Save for printing</translation>
    </message>
    <message>
        <source>完成</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>正在核对…</source>
        <translation>Counting…</translation>
    </message>
    <message>
        <source>这一场签到 %1 人。请看看还有没有人在评。</source>
        <translation>%1 checked in to this session. Is anybody still rating?</translation>
    </message>
    <message>
        <source>这一场没有人签到。</source>
        <translation>Nobody checked in to this session.</translation>
    </message>
    <message>
        <source>%1 条还没上传。可以先关闭，再传。</source>
        <translation>%1 not sent yet. You can close first and send after.</translation>
    </message>
    <message>
        <source>全部已上传。</source>
        <translation>Everything is sent.</translation>
    </message>
    <message>
        <source>会数一遍：签到 ＝ 全部评完 ＋ 评了一部分 ＋ 一个没评。</source>
        <translation>It counts: signed in = rated everything + some + nothing.</translation>
    </message>
    <message>
        <source>确定关闭今天？</source>
        <translation>Close the day?</translation>
    </message>
    <message>
        <source>正在评的人会投不出去。再开场就能继续。</source>
        <translation>Whoever is rating now cannot cast. Opening again lets them go on.</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>先不关</source>
        <translation>Not yet</translation>
    </message>
</context>
<context>
    <name>StaffCorners</name>
    <message>
        <source>第 %1 个角</source>
        <translation>Corner %1</translation>
    </message>
    <message>
        <source>四个角都点一下</source>
        <translation>Touch all four corners</translation>
    </message>
    <message>
        <source>点到的会打勾。点不动的那个角，屏幕有问题。</source>
        <translation>Each gets a tick. If one does not, the screen has a fault there.</translation>
    </message>
    <message>
        <source>有一个角点不动</source>
        <translation>One does not respond</translation>
    </message>
</context>
<context>
    <name>StaffCurtain</name>
    <message>
        <source>帘子拉着，帮忙的人看不到选择。请帮忙的人转过身，代表一个人按住下面的按钮两秒。</source>
        <translation>The curtain is drawn: the helper sees no choices. Helper, please turn away; representative, hold the button below for two seconds, alone.</translation>
    </message>
    <message>
        <source>只有我一个人，按住两秒</source>
        <translation>I am alone: hold for 2 seconds</translation>
    </message>
    <message>
        <source>上一个</source>
        <translation>Previous</translation>
    </message>
</context>
<context>
    <name>StaffDevice</name>
    <message>
        <source>诊断资料存好了，U 盘可以拔。</source>
        <translation>Diagnostics are saved. You may pull out the stick.</translation>
    </message>
    <message>
        <source>换好了，正在重新启动…</source>
        <translation>Done. Restarting…</translation>
    </message>
    <message>
        <source>擦屏幕</source>
        <translation>Clean the screen</translation>
    </message>
    <message>
        <source>60 秒内怎么碰都没反应</source>
        <translation>No touch for 60 seconds</translation>
    </message>
    <message>
        <source>重新启动</source>
        <translation>Restart</translation>
    </message>
    <message>
        <source>记录都在，半分钟就好</source>
        <translation>Records stay; half a minute</translation>
    </message>
    <message>
        <source>诊断资料</source>
        <translation>Diagnostics</translation>
    </message>
    <message>
        <source>存到 U 盘，没有个人信息</source>
        <translation>To a stick, nothing personal</translation>
    </message>
    <message>
        <source>换到别的会场</source>
        <translation>Move to another venue</translation>
    </message>
    <message>
        <source>要组织方的注册码</source>
        <translation>Needs the organiser&apos;s code</translation>
    </message>
    <message>
        <source>退出终端模式</source>
        <translation>Leave kiosk mode</translation>
    </message>
    <message>
        <source>给技术人员，要再输密码</source>
        <translation>For technicians, with your PIN</translation>
    </message>
    <message>
        <source>设备</source>
        <translation>Device</translation>
    </message>
    <message>
        <source>重新启动这台终端？</source>
        <translation>Restart this kiosk?</translation>
    </message>
    <message>
        <source>插上 U 盘，存诊断资料</source>
        <translation>Plug in a stick for the diagnostics</translation>
    </message>
    <message>
        <source>再输一次您的密码</source>
        <translation>Your PIN once more</translation>
    </message>
    <message>
        <source>这台终端</source>
        <translation>This kiosk</translation>
    </message>
    <message>
        <source>大约半分钟。评议记录都在，一条不少。</source>
        <translation>About half a minute. Every record stays.</translation>
    </message>
    <message>
        <source>里面有版本、健康状况和运行日志，没有姓名、电话、选择和意见。</source>
        <translation>Versions, health and log; no names, telephone numbers, choices or suggestions.</translation>
    </message>
    <message>
        <source>扫注册单上的二维码，或输入二十位注册码。先会把记录全部上传。</source>
        <translation>Scan the enrolment sheet or type its 20 characters. All records are sent first.</translation>
    </message>
    <message>
        <source>终端会关掉画面，交给技术人员。</source>
        <translation>The screen closes, for a technician to take over.</translation>
    </message>
    <message>
        <source>密码不对，请再试一次。</source>
        <translation>Wrong PIN, please try again.</translation>
    </message>
    <message>
        <source>输错太多次，请过一会儿再试。</source>
        <translation>Too many wrong PINs. Please wait a while.</translation>
    </message>
    <message>
        <source>正在存…</source>
        <translation>Saving…</translation>
    </message>
    <message>
        <source>存到 U 盘</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>正在换…</source>
        <translation>Moving…</translation>
    </message>
    <message>
        <source>换会场</source>
        <translation>Move</translation>
    </message>
    <message>
        <source>音量</source>
        <translation>Volume</translation>
    </message>
    <message>
        <source>小声</source>
        <translation>Softer</translation>
    </message>
    <message>
        <source>大声</source>
        <translation>Louder</translation>
    </message>
    <message>
        <source>按键声</source>
        <translation>Touch sound</translation>
    </message>
    <message>
        <source>按键声：开</source>
        <translation>Touch sound: on</translation>
    </message>
    <message>
        <source>按键声：关</source>
        <translation>Touch sound: off</translation>
    </message>
    <message>
        <source>开着，每位来人都一样</source>
        <translation>On for every visitor</translation>
    </message>
    <message>
        <source>关着，来人可以自己打开</source>
        <translation>Off; visitors may switch it on</translation>
    </message>
    <message>
        <source>亮度</source>
        <translation>Brightness</translation>
    </message>
    <message>
        <source>暗些</source>
        <translation>Darker</translation>
    </message>
    <message>
        <source>亮些</source>
        <translation>Brighter</translation>
    </message>
    <message>
        <source>二十位注册码</source>
        <translation>20-character code</translation>
    </message>
    <message>
        <source>已输入 %1 位</source>
        <translation>%1 digits entered</translation>
    </message>
    <message>
        <source>现在可以擦屏幕</source>
        <translation>You can clean the screen now</translation>
    </message>
    <message>
        <source>%1 秒</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>碰哪里都没有反应，时间到了自己回来。</source>
        <translation>Touching does nothing; it comes back by itself.</translation>
    </message>
</context>
<context>
    <name>StaffHelp</name>
    <message>
        <source>帮人操作</source>
        <translation>Help someone</translation>
    </message>
    <message>
        <source>您帮着走，选择拉上帘子</source>
        <translation>You guide, the choices stay hidden</translation>
    </message>
    <message>
        <source>开始以后您就退出值守，请代表读自己的证。</source>
        <translation>This signs you out; then the representative shows the card.</translation>
    </message>
    <message>
        <source>开始帮忙</source>
        <translation>Start helping</translation>
    </message>
    <message>
        <source>您看得到：评到第几个部门，怎么往下走。</source>
        <translation>You see: which department it is and how to go on.</translation>
    </message>
    <message>
        <source>您看不到：选了什么。代表一个人时，按住按钮两秒，帘子才打开。</source>
        <translation>You do not see: the choices. The curtain opens when the representative, alone, holds the button for two seconds.</translation>
    </message>
    <message>
        <source>会记下：您帮过这张证。不会记下：选了什么。</source>
        <translation>Recorded: that you helped this card. Never recorded: the choice.</translation>
    </message>
</context>
<context>
    <name>StaffKeypad</name>
    <message>
        <source>删除</source>
        <translation>Delete</translation>
    </message>
</context>
<context>
    <name>StaffLight</name>
    <message>
        <source>灯塔亮着</source>
        <translation>Lighthouse lit</translation>
    </message>
    <message>
        <source>黄灯</source>
        <translation>Amber light</translation>
    </message>
</context>
<context>
    <name>StaffOpen</name>
    <message>
        <source>%1 个文件都在，没有坏的</source>
        <translation>All %1 files are there and whole</translation>
    </message>
    <message>
        <source>%1和中心核对过</source>
        <translation>Compared with the centre %1</translation>
    </message>
    <message>
        <source>和中心一致</source>
        <translation>Matches the centre</translation>
    </message>
    <message>
        <source>余 %1</source>
        <translation>%1 free</translation>
    </message>
    <message>
        <source>流水和已投记录一致</source>
        <translation>Journal and spent marks agree</translation>
    </message>
    <message>
        <source>读到了</source>
        <translation>It reads</translation>
    </message>
    <message>
        <source>听得到</source>
        <translation>It is heard</translation>
    </message>
    <message>
        <source>四个角都灵</source>
        <translation>All corners respond</translation>
    </message>
    <message>
        <source>%1 个文件坏了或还没到：先同步，或用 U 盘带回内容</source>
        <translation>%1 files are damaged or missing: sync, or bring content in by USB</translation>
    </message>
    <message>
        <source>还没有内容：先同步，或用 U 盘带回内容</source>
        <translation>No content yet: sync, or bring it in by USB</translation>
    </message>
    <message>
        <source>还没有名单：先同步，或用 U 盘带回内容</source>
        <translation>No list yet: sync, or bring it in by USB</translation>
    </message>
    <message>
        <source>从来没有核对过：先同步，或用 U 盘</source>
        <translation>Never compared: sync, or use a stick</translation>
    </message>
    <message>
        <source>%1核对的，可能旧了：先同步，或用 U 盘</source>
        <translation>Compared %1, may be old: sync, or use a stick</translation>
    </message>
    <message>
        <source>和中心差得太多：联网同步一次，不行就找技术支持</source>
        <translation>Differs too much: sync once, else call support</translation>
    </message>
    <message>
        <source>没有对过时：联网同步一次</source>
        <translation>Never compared: sync once</translation>
    </message>
    <message>
        <source>只剩 %1：请找技术支持清理</source>
        <translation>Only %1 left: ask support to clear it</translation>
    </message>
    <message>
        <source>流水和已投记录对不上：请找技术支持</source>
        <translation>Journal and spent marks differ: call support</translation>
    </message>
    <message>
        <source>流水分叉了：请找技术支持</source>
        <translation>The journal forked: call support</translation>
    </message>
    <message>
        <source>有坏数据放在一边：请找技术支持</source>
        <translation>Bad data was set aside: call support</translation>
    </message>
    <message>
        <source>上次没有关闭，%1 次投票还没核对：先关闭，再开场</source>
        <translation>The last day was not closed, %1 casts are not reconciled yet: close it first, then open</translation>
    </message>
    <message>
        <source>备份盘写不进去：看看有没有插好</source>
        <translation>Backup disk cannot be written: is it plugged in?</translation>
    </message>
    <message>
        <source>读不到：插好线再试，或用旁边的终端</source>
        <translation>Does not read: check the cable, or use the next kiosk</translation>
    </message>
    <message>
        <source>听不到：看音箱的线和音量</source>
        <translation>Not heard: check speaker and volume</translation>
    </message>
    <message>
        <source>有一个角点不动：擦干净再试，或找技术支持</source>
        <translation>A corner does not respond: clean it, or call support</translation>
    </message>
    <message>
        <source>正在查…</source>
        <translation>Checking…</translation>
    </message>
    <message>
        <source>正在查… %1</source>
        <translation>Checking… %1</translation>
    </message>
    <message>
        <source>举起任意一张证给它看</source>
        <translation>Show it any card</translation>
    </message>
    <message>
        <source>放一段声音，您来听</source>
        <translation>Listen to a tone</translation>
    </message>
    <message>
        <source>四个角各点一下</source>
        <translation>Touch each corner</translation>
    </message>
    <message>
        <source>去关闭</source>
        <translation>Close it</translation>
    </message>
    <message>
        <source>再试</source>
        <translation>Again</translation>
    </message>
    <message>
        <source>开始</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>开场检查</source>
        <translation>Open the day</translation>
    </message>
    <message>
        <source>已开场，零票报告在这里</source>
        <translation>Open. Here is the zero report</translation>
    </message>
    <message>
        <source>举起一张证</source>
        <translation>Hold up a card</translation>
    </message>
    <message>
        <source>听到三声了吗？</source>
        <translation>Did you hear three notes?</translation>
    </message>
    <message>
        <source>正在检查…</source>
        <translation>Checking…</translation>
    </message>
    <message>
        <source>都好了，可以开场</source>
        <translation>All is well: ready to open</translation>
    </message>
    <message>
        <source>还有 %1 项</source>
        <translation>%1 still to do</translation>
    </message>
    <message>
        <source>请监督员拍下二维码，或存到 U 盘打印、签字。</source>
        <translation>Let the witness photograph the code, or save it to a stick to print and sign.</translation>
    </message>
    <message>
        <source>您的工作证就行。读到了会自己打勾，内容不会留下。</source>
        <translation>Your own card will do. It ticks itself off; nothing of it is kept.</translation>
    </message>
    <message>
        <source>没听到就看音箱的线和音量。</source>
        <translation>If not, check the speaker&apos;s cable and the volume.</translation>
    </message>
    <message>
        <source>机器自己查的不用管，手上的三项请您来做。</source>
        <translation>The machine checks itself; three things need your hand.</translation>
    </message>
    <message>
        <source>照着字做；做不了的，也可以写明以后开场。</source>
        <translation>Do what it says. What cannot be done can be named, and the day opened.</translation>
    </message>
    <message>
        <source>这台终端没有认出音箱，请看线插好没有。</source>
        <translation>This kiosk sees no speaker: is its cable plugged in?</translation>
    </message>
    <message>
        <source>正在存…</source>
        <translation>Saving…</translation>
    </message>
    <message>
        <source>已存好，可以拔</source>
        <translation>Saved: pull it out</translation>
    </message>
    <message>
        <source>存到 U 盘打印</source>
        <translation>Save for printing</translation>
    </message>
    <message>
        <source>完成</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>读不到</source>
        <translation>It does not read</translation>
    </message>
    <message>
        <source>再放一遍</source>
        <translation>Play again</translation>
    </message>
    <message>
        <source>听不到</source>
        <translation>Not heard</translation>
    </message>
    <message>
        <source>听到了</source>
        <translation>I heard it</translation>
    </message>
    <message>
        <source>重查一遍</source>
        <translation>Check again</translation>
    </message>
    <message>
        <source>正在开场…</source>
        <translation>Opening…</translation>
    </message>
    <message>
        <source>开场</source>
        <translation>Open</translation>
    </message>
    <message numerus="yes">
        <source>带着 %n 项开场</source>
        <translation>
            <numerusform>Open with %n exception</numerusform>
            <numerusform>Open with %n exceptions</numerusform>
        </translation>
    </message>
    <message>
        <source>写明这几项，然后开场？</source>
        <translation>Name these and open?</translation>
    </message>
    <message>
        <source>没有通过：%1。会和您的工作证一起记进流水。</source>
        <translation>Not passed: %1. This is recorded with your card.</translation>
    </message>
    <message>
        <source>写明并开场</source>
        <translation>Name and open</translation>
    </message>
    <message>
        <source>回去再查</source>
        <translation>Go back</translation>
    </message>
</context>
<context>
    <name>StaffPeople</name>
    <message>
        <source>工作人员代签</source>
        <translation>by staff</translation>
    </message>
</context>
<context>
    <name>StaffProgress</name>
    <message>
        <source>约 %1</source>
        <translation>about %1</translation>
    </message>
    <message>
        <source>%1 / %2 条</source>
        <translation>%1 of %2 records</translation>
    </message>
    <message numerus="yes">
        <source>%1 / %2 MB · 还有 %n 个文件</source>
        <translation>
            <numerusform>%1 of %2 MB · %n file left</numerusform>
            <numerusform>%1 of %2 MB · %n files left</numerusform>
        </translation>
    </message>
    <message>
        <source>完成 %1%</source>
        <translation>%1% done</translation>
    </message>
    <message>
        <source>%1%</source>
        <translation>%1%</translation>
    </message>
</context>
<context>
    <name>StaffStick</name>
    <message>
        <source>把 U 盘插进屏幕侧面</source>
        <translation>Plug the stick into the side</translation>
    </message>
    <message>
        <source>正在读写，先别拔</source>
        <translation>Working: do not pull it out</translation>
    </message>
    <message>
        <source>可以拔了</source>
        <translation>Safe to remove</translation>
    </message>
</context>
<context>
    <name>StaffSync</name>
    <message>
        <source>没有新的记录要传。</source>
        <translation>There was nothing new to send.</translation>
    </message>
    <message numerus="yes">
        <source>%n 条记录已到中心，中心签了回执。</source>
        <translation>
            <numerusform>%n record arrived; the centre has signed for it.</numerusform>
            <numerusform>%n records arrived; the centre has signed for them.</numerusform>
        </translation>
    </message>
    <message>
        <source>内容换成了第 %1 版。</source>
        <translation>Version %1 of the content is in force now.</translation>
    </message>
    <message>
        <source>内容没有收完：%1</source>
        <translation>Content did not come: %1</translation>
    </message>
    <message>
        <source>内容已经是最新的。</source>
        <translation>The content is up to date.</translation>
    </message>
    <message>
        <source>全部已上传。</source>
        <translation>Everything is sent.</translation>
    </message>
    <message numerus="yes">
        <source>还有 %n 条没传，会自己接着传。</source>
        <translation>
            <numerusform>%n is not sent yet; it goes on by itself.</numerusform>
            <numerusform>%n are not sent yet; it goes on by itself.</numerusform>
        </translation>
    </message>
    <message>
        <source>中心有这台终端名下的另一份记录。两份都留着，请找技术支持。</source>
        <translation>The centre has other records under this kiosk&apos;s name. Both are kept: call support.</translation>
    </message>
    <message>
        <source>没有等着上传的记录。</source>
        <translation>No records are waiting to be sent.</translation>
    </message>
    <message numerus="yes">
        <source>%n 条记录等着上传。</source>
        <translation>
            <numerusform>%n record is waiting to be sent.</numerusform>
            <numerusform>%n records are waiting to be sent.</numerusform>
        </translation>
    </message>
    <message>
        <source>还没有和中心联系过。</source>
        <translation>The centre has not been reached yet.</translation>
    </message>
    <message>
        <source>上次和中心联系：%1。</source>
        <translation>Last contact with the centre: %1.</translation>
    </message>
    <message>
        <source>立即同步</source>
        <translation>Sync now</translation>
    </message>
    <message>
        <source>正在和中心联系…</source>
        <translation>Talking to the centre…</translation>
    </message>
    <message>
        <source>没有传成</source>
        <translation>It did not work</translation>
    </message>
    <message>
        <source>都传好了</source>
        <translation>All done</translation>
    </message>
    <message>
        <source>传好了一部分</source>
        <translation>Partly done</translation>
    </message>
    <message>
        <source>现在就和中心联系</source>
        <translation>Talk to the centre now</translation>
    </message>
    <message>
        <source>传好了，还有新的</source>
        <translation>Sent; new ones came</translation>
    </message>
    <message>
        <source>记录都传好了</source>
        <translation>All records are sent</translation>
    </message>
    <message>
        <source>可以离开这一页，它会接着做。</source>
        <translation>You may leave this page; it goes on.</translation>
    </message>
    <message>
        <source>平时它自己每分钟联系一次，不用管。</source>
        <translation>Usually it does so by itself every minute.</translation>
    </message>
    <message>
        <source>改用 U 盘</source>
        <translation>Use a stick</translation>
    </message>
    <message>
        <source>开始同步</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>再来一次</source>
        <translation>Once more</translation>
    </message>
    <message numerus="yes">
        <source>正在传 %n 条记录…</source>
        <translation>
            <numerusform>Sending %n record…</numerusform>
            <numerusform>Sending %n records…</numerusform>
        </translation>
    </message>
    <message>
        <source>正在问有没有新的…</source>
        <translation>Asking for news…</translation>
    </message>
</context>
<context>
    <name>StaffUsb</name>
    <message>
        <source>没有新的记录；U 盘上写了一句问候，中心会回答。</source>
        <translation>No new records; the stick carries a question that the centre answers.</translation>
    </message>
    <message numerus="yes">
        <source>%n 条记录已写进 U 盘，读回核对过。</source>
        <translation>
            <numerusform>%n record is on the stick and was read back.</numerusform>
            <numerusform>%n records are on the stick and were read back.</numerusform>
        </translation>
    </message>
    <message>
        <source>中心收到了 %1 条，这里核销了。</source>
        <translation>The centre has received %1; they are ticked off here.</translation>
    </message>
    <message>
        <source>内容换成了第 %1 版。</source>
        <translation>Version %1 of the content is in force now.</translation>
    </message>
    <message>
        <source>还差 %1 MB 内容，下一个 U 盘带来。</source>
        <translation>%1 MB of the content are still to come, with the next stick.</translation>
    </message>
    <message>
        <source>内容没有收完：%1</source>
        <translation>Content did not come: %1</translation>
    </message>
    <message>
        <source>中心有这台终端名下的另一份记录。两份都留着，请找技术支持。</source>
        <translation>The centre has other records under this kiosk&apos;s name. Both are kept: call support.</translation>
    </message>
    <message>
        <source>U 盘</source>
        <translation>USB stick</translation>
    </message>
    <message>
        <source>没有网，用 U 盘</source>
        <translation>No network? Use a stick</translation>
    </message>
    <message>
        <source>把 U 盘插进屏幕侧面</source>
        <translation>Plug the stick into the side</translation>
    </message>
    <message>
        <source>正在读写，先别拔</source>
        <translation>Working: do not pull it out</translation>
    </message>
    <message>
        <source>可以拔了</source>
        <translation>Safe to remove</translation>
    </message>
    <message>
        <source>没有做成</source>
        <translation>It did not work</translation>
    </message>
    <message>
        <source>带走的记录是封好的，丢了别人也打不开。</source>
        <translation>Records on it are sealed: if it is lost, nobody can open them.</translation>
    </message>
    <message>
        <source>插好就开始，不用再点。记录会写上去，再读回来核对。</source>
        <translation>It starts by itself. Records are written and read back.</translation>
    </message>
    <message>
        <source>插好就开始，不用再点。中心放在上面的都会核对签名。</source>
        <translation>It starts by itself. Every signature on it is checked.</translation>
    </message>
    <message>
        <source>写完还要读回来核对一遍。</source>
        <translation>After writing, everything is read back and compared.</translation>
    </message>
    <message>
        <source>请送到中心。中心收下以后，把同一个 U 盘带回来插一次。</source>
        <translation>Take it to the centre; then bring the same stick back and plug it in once.</translation>
    </message>
    <message>
        <source>再试一次</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>再插一个</source>
        <translation>One more</translation>
    </message>
    <message>
        <source>完成</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>带走记录</source>
        <translation>Take records out</translation>
    </message>
    <message>
        <source>没有等着上传的；也可以带上问一声</source>
        <translation>None waiting; it can still ask for news</translation>
    </message>
    <message numerus="yes">
        <source>%n 条还没上传的，写到 U 盘上</source>
        <translation>
            <numerusform>%n that is not sent yet</numerusform>
            <numerusform>%n that are not sent yet</numerusform>
        </translation>
    </message>
    <message>
        <source>带回内容</source>
        <translation>Bring content in</translation>
    </message>
    <message>
        <source>中心的回执、办理进度和新内容</source>
        <translation>Acknowledgements, statuses, new content</translation>
    </message>
    <message>
        <source>正在看 U 盘…</source>
        <translation>Looking at the stick…</translation>
    </message>
</context>
<context>
    <name>StaffWitness</name>
    <message>
        <source>签到代表</source>
        <translation>Signed in</translation>
    </message>
    <message>
        <source>＝ 全部评完</source>
        <translation>= rated everything</translation>
    </message>
    <message>
        <source>＋ 评了一部分</source>
        <translation>+ rated some</translation>
    </message>
    <message>
        <source>＋ 一个没评</source>
        <translation>+ rated nothing</translation>
    </message>
    <message>
        <source>今天投出的评价</source>
        <translation>Ratings cast today</translation>
    </message>
    <message>
        <source>问卷和意见</source>
        <translation>Forms and suggestions</translation>
    </message>
    <message>
        <source>还没上传</source>
        <translation>Not sent yet</translation>
    </message>
    <message>
        <source>流水条数</source>
        <translation>Journal entries</translation>
    </message>
    <message>
        <source>累计投票次数</source>
        <translation>Casts in all</translation>
    </message>
    <message>
        <source>流水末端</source>
        <translation>Journal head</translation>
    </message>
</context>
<context>
    <name>StaffWords</name>
    <message>
        <source>连不上中心。先看网线和路由器的灯；记录都在这台终端上，一条不少。</source>
        <translation>The centre cannot be reached. Check cable and router; every record is safe here.</translation>
    </message>
    <message>
        <source>网太慢，没传完就断了。下次会少传一点，再试一次。</source>
        <translation>The line is too slow. It will send less next time: try again.</translation>
    </message>
    <message>
        <source>传到一半网断了，没有重复也没有丢。请再试一次。</source>
        <translation>The line broke half-way; nothing is lost or doubled. Try again.</translation>
    </message>
    <message>
        <source>中心的证书对不上。先看这台终端的时间对不对，再找技术支持。</source>
        <translation>The centre&apos;s certificate does not match. Check the clock, then call support.</translation>
    </message>
    <message>
        <source>中心正忙，请过几分钟再试。</source>
        <translation>The centre is busy. Try again in a few minutes.</translation>
    </message>
    <message>
        <source>应答的不是中心。请检查网络，或找技术支持。</source>
        <translation>Something else than the centre answered. Check the network or call support.</translation>
    </message>
    <message>
        <source>网络要先登录。请让会场的网络放行这台终端。</source>
        <translation>The network asks for a login first. Please have this kiosk let through.</translation>
    </message>
    <message>
        <source>中心的地址不安全，没有连。请找技术支持。</source>
        <translation>The centre&apos;s address is not secure; nothing was sent. Call support.</translation>
    </message>
    <message>
        <source>硬盘放不下新的内容，评议照常。请找技术支持清理硬盘。</source>
        <translation>The disk has no room for new content; rating goes on. Ask support to clear it.</translation>
    </message>
    <message>
        <source>硬盘满了，记不下来。请找技术支持。</source>
        <translation>The disk is full. Please call technical support.</translation>
    </message>
    <message>
        <source>数据库正忙，请再试一次。</source>
        <translation>The database is busy. Try again.</translation>
    </message>
    <message>
        <source>数据有一处读不出来。请重新启动这台终端，它会自己修。</source>
        <translation>Some data cannot be read. Restart this kiosk: it repairs itself.</translation>
    </message>
    <message>
        <source>这台终端还没有内容包。请先同步，或用 U 盘带回内容。</source>
        <translation>This kiosk has no content yet. Sync, or bring it in by USB.</translation>
    </message>
    <message>
        <source>没有记下来。请再试一次，还不行就找技术支持。</source>
        <translation>Nothing was recorded. Try again; if it fails, call support.</translation>
    </message>
    <message>
        <source>数据是新版程序写的，这个旧版没有动它。请技术支持装回新版。</source>
        <translation>A newer version of the program wrote this data; this older one left it alone. Technical support must install the newer version again.</translation>
    </message>
    <message>
        <source>这台终端少装了一个部件，为了不丢数据没有打开。请找技术支持。</source>
        <translation>A part of the program is missing, so nothing was opened, so that no data is lost. Call technical support.</translation>
    </message>
    <message>
        <source>这台机器还没有注册成终端。请向组织方领注册码，再注册。</source>
        <translation>This machine is not enrolled as a kiosk yet. Ask the organiser for a code, then enrol it.</translation>
    </message>
    <message>
        <source>没有传成，记录都在这台终端上。请再试一次，还不行就找技术支持。</source>
        <translation>Nothing was sent; all records are on this kiosk. Try again; if it fails again, call technical support.</translation>
    </message>
    <message>
        <source>中心的地址写得不对。请对着注册单再看一遍。</source>
        <translation>The centre&apos;s address is not right. Compare it with the enrolment sheet.</translation>
    </message>
    <message>
        <source>中心的内容还不全，没有换上，评议照常。请过一会儿再试。</source>
        <translation>The content is not complete at its source and was not taken; voting goes on. Try again in a while.</translation>
    </message>
    <message>
        <source>新的内容还在下载，会接着下完，不用守着。其他照常。</source>
        <translation>New content is still coming and goes on by itself; nobody need wait for it. All else works.</translation>
    </message>
    <message>
        <source>中心给的内容比这台终端的旧，没有换上。请告诉组织方。</source>
        <translation>The centre&apos;s content is older than this kiosk&apos;s and was not taken. Tell the organiser.</translation>
    </message>
    <message>
        <source>新的内容要新版程序才读得懂，没有换上，评议照常。请技术支持升级这台终端的程序。</source>
        <translation>New content needs a newer program and was not put up; voting goes on. Ask support to upgrade this kiosk.</translation>
    </message>
    <message>
        <source>录音太长，没有存下。请说短一点再录。</source>
        <translation>The recording was too long and was not kept. Record a shorter one.</translation>
    </message>
    <message>
        <source>中心认不出这台终端的数据，记录都在，请不要关机。请技术支持看中间的网络设备有没有改动数据。</source>
        <translation>The centre cannot read what this kiosk sent. All records are here; leave the kiosk on. Technical support should look whether a device on the network changes data.</translation>
    </message>
    <message>
        <source>中心的程序比这台终端旧，读不懂。记录都在，请技术支持先升级中心。</source>
        <translation>The centre&apos;s program is older than this kiosk&apos;s and cannot read this. All records are here; technical support must upgrade the centre first.</translation>
    </message>
    <message>
        <source>中心的内容还不全，没有换上，评议照常。请组织方再发布一次。</source>
        <translation>The centre&apos;s content is not complete and was not taken; voting goes on. The organiser should publish it again.</translation>
    </message>
    <message>
        <source>中心登记的不是这台终端，没有收。记录都在，请不要重新注册，找技术支持。</source>
        <translation>The centre has another kiosk under this name and took nothing. All records are here; do not enrol again, call technical support.</translation>
    </message>
    <message>
        <source>中心不认识这台终端，多半是恢复过备份。记录都在，请不要重新注册。请技术支持领一个注册码，在这台终端上运行 kiosk-readmit。</source>
        <translation>The centre does not know this kiosk, most likely after a restored backup. All records are here; do not enrol again. Technical support should get a code and run kiosk-readmit on this kiosk.</translation>
    </message>
    <message>
        <source>这个注册码是给别的终端的，没有用掉。请领一个写着这台终端编号的。</source>
        <translation>This code is for another kiosk and was not used up. Ask for one with this kiosk&apos;s number.</translation>
    </message>
    <message>
        <source>中心放内容的地方没有应答，记录照常上传。请过几分钟再试。</source>
        <translation>The centre&apos;s store of content does not answer; records are sent as usual. Try again in a few minutes.</translation>
    </message>
    <message>
        <source>输错的注册码太多，中心要等一等。请过十分钟再试。</source>
        <translation>Too many wrong codes; the centre waits. Try again in ten minutes.</translation>
    </message>
    <message>
        <source>这一份太大，中心没有收。记录都在，请用 U 盘送到中心。</source>
        <translation>This was too large for the centre. All records are here; bring them to the centre on a USB stick.</translation>
    </message>
    <message>
        <source>这台终端的录音在中心已经存满。文字和评议照常，请告诉组织方。</source>
        <translation>The centre holds as many recordings as one kiosk may have. Text and voting go on; tell the organiser.</translation>
    </message>
    <message>
        <source>中心出了差错，没有收下。记录都在，过几分钟会再传；还不行就找技术支持。</source>
        <translation>The centre made a mistake and took nothing. All records are here and are sent again in a few minutes; if that fails, call technical support.</translation>
    </message>
    <message>
        <source>中心没有收下，没有说为什么。记录都在，请找技术支持。</source>
        <translation>The centre took nothing and did not say why. All records are here; call technical support.</translation>
    </message>
    <message>
        <source>没有做成。请把这个代码告诉技术支持：%1</source>
        <translation>It did not work. Tell support this code: %1</translation>
    </message>
    <message>
        <source>没有看到 U 盘。请插好再试。</source>
        <translation>No stick found. Plug it in and try again.</translation>
    </message>
    <message>
        <source>另一个程序正在用这个 U 盘。请先别拔，等它做完再试。</source>
        <translation>Another program is using this stick. Do not pull it out; wait until it is done, then try again.</translation>
    </message>
    <message>
        <source>U 盘满了。请换一个，或删掉不要的文件再试。</source>
        <translation>The stick is full. Use another or delete files from it.</translation>
    </message>
    <message>
        <source>U 盘写不进去。看看有没有写保护开关，或换一个。</source>
        <translation>The stick cannot be written. Look for a switch on it, or use another.</translation>
    </message>
    <message>
        <source>U 盘拔早了。请插回去再来一次，记录都还在。</source>
        <translation>It was pulled out too early. Plug it in again; all records are still here.</translation>
    </message>
    <message>
        <source>读回来和写进去的不一样，这个 U 盘坏了。请换一个。</source>
        <translation>What was read back differs: this stick is broken. Use another.</translation>
    </message>
    <message>
        <source>这个 U 盘读写出错。请换一个。</source>
        <translation>This stick fails. Use another.</translation>
    </message>
    <message>
        <source>这个 U 盘上没有中心带回来的东西。</source>
        <translation>There is nothing from the centre on this stick.</translation>
    </message>
    <message>
        <source>这个 U 盘是别的活动的，没有动它。</source>
        <translation>This stick belongs to another event; it was left alone.</translation>
    </message>
    <message>
        <source>这个 U 盘是别的会场的，没有动它。</source>
        <translation>This stick belongs to another venue; it was left alone.</translation>
    </message>
    <message>
        <source>这个 U 盘是给别的中心的，没有动它。</source>
        <translation>This stick is for another centre; it was left alone.</translation>
    </message>
    <message>
        <source>U 盘上的东西被改过，什么都没有用。请告诉组织方。</source>
        <translation>Something on it was changed; nothing was taken. Tell the organiser.</translation>
    </message>
    <message>
        <source>U 盘上的东西比这台终端的旧，什么都没有改。</source>
        <translation>What is on it is older than what is here; nothing was changed.</translation>
    </message>
    <message>
        <source>这台终端还没有内容包，不知道该给谁。请先带回内容。</source>
        <translation>This kiosk has no content yet and does not know whom to seal for. Bring content in first.</translation>
    </message>
    <message>
        <source>正在从 U 盘读内容，请先别拔。读好了，这里自己就能用。</source>
        <translation>The stick is being read; please leave it in. This kiosk can be used as soon as that is done.</translation>
    </message>
    <message>
        <source>U 盘上的内容还不全，放不下的请中心再装一个 U 盘带来。</source>
        <translation>The content on the stick is not complete. Ask the centre for another stick with the rest.</translation>
    </message>
    <message>
        <source>注册码一共二十位，请对着注册单再看一遍。</source>
        <translation>The code has twenty characters. Please compare it with the sheet.</translation>
    </message>
    <message>
        <source>中心没有这个注册码，请对着注册单再看一遍。</source>
        <translation>The centre does not know this code. Please compare it with the sheet.</translation>
    </message>
    <message>
        <source>这个注册码用过了，请向组织方领一个新的。</source>
        <translation>This code has been used. Please ask the organisers for a new one.</translation>
    </message>
    <message>
        <source>这个注册码过期了，请向组织方领一个新的。</source>
        <translation>This code has expired. Please ask the organisers for a new one.</translation>
    </message>
    <message>
        <source>还有记录没有上传。传完才能换会场。</source>
        <translation>Records are still waiting to be sent. Moving must wait for them.</translation>
    </message>
    <message>
        <source>这台终端换不了会场。请找技术支持。</source>
        <translation>This kiosk cannot move. Call support.</translation>
    </message>
    <message>
        <source>号码一共八位，请对着代表证再看一遍。</source>
        <translation>The number has eight characters: compare it with the card.</translation>
    </message>
    <message>
        <source>这位代表这一场已经签到了，不用再签。</source>
        <translation>Already checked in to this session.</translation>
    </message>
    <message>
        <source>这张证没有输错过密码，不用解锁。</source>
        <translation>This card has no wrong PINs; nothing to unlock.</translation>
    </message>
    <message>
        <source>视频和内容</source>
        <translation>Videos and content</translation>
    </message>
    <message>
        <source>名单和停用的证</source>
        <translation>Lists and blocked cards</translation>
    </message>
    <message>
        <source>时钟</source>
        <translation>Clock</translation>
    </message>
    <message>
        <source>硬盘余量</source>
        <translation>Free disk</translation>
    </message>
    <message>
        <source>流水</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>镜头或扫码枪</source>
        <translation>Camera or scanner</translation>
    </message>
    <message>
        <source>声音</source>
        <translation>Sound</translation>
    </message>
    <message>
        <source>四角触摸</source>
        <translation>Touch in the corners</translation>
    </message>
    <message>
        <source>证坏了，读不出来</source>
        <translation>Card is damaged</translation>
    </message>
    <message>
        <source>忘带证，有证件</source>
        <translation>Card forgotten, ID shown</translation>
    </message>
    <message>
        <source>手机打不开</source>
        <translation>Phone does not work</translation>
    </message>
    <message>
        <source>读卡的设备坏了</source>
        <translation>Reader is broken</translation>
    </message>
</context>
<context>
    <name>StandStill</name>
    <message>
        <source>本终端暂停使用</source>
        <translation>Out of service</translation>
    </message>
    <message>
        <source>给技术支持看</source>
        <translation>For technical support</translation>
    </message>
</context>
<context>
    <name>StartSettings</name>
    <message>
        <source>显示</source>
        <translation>Display</translation>
    </message>
</context>
<context>
    <name>StepLine</name>
    <message>
        <source>第 %1 步，共 %2 步：%3</source>
        <translation>Step %1 of %2: %3</translation>
    </message>
</context>
<context>
    <name>Suggest</name>
    <message>
        <source>写下来</source>
        <translation>Write</translation>
    </message>
    <message>
        <source>选部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>联系方式</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>看一遍</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>请先写几个字。</source>
        <translation>Please write a few words first.</translation>
    </message>
    <message>
        <source>写得太长了，请短一些。</source>
        <translation>Too long; please shorten it.</translation>
    </message>
    <message>
        <source>称呼太长了，请短一些。</source>
        <translation>The name is too long; please shorten it.</translation>
    </message>
    <message>
        <source>电话号码好像不对，请再看一看；不留也可以。</source>
        <translation>The phone number seems wrong; please check it, or leave it empty.</translation>
    </message>
    <message>
        <source>这台终端存不下了，什么都没有提交。请叫工作人员。</source>
        <translation>This kiosk is full; nothing was submitted. Please call staff.</translation>
    </message>
    <message>
        <source>没有提交成功，内容还在。请再试一次，或叫工作人员。</source>
        <translation>Not submitted; your words are still here. Please try again or call staff.</translation>
    </message>
    <message>
        <source>提意见</source>
        <translation>Suggest</translation>
    </message>
</context>
<context>
    <name>SuggestChoose</name>
    <message>
        <source>想说给
哪个部门听？</source>
        <translation>Which department
should hear it?</translation>
    </message>
    <message>
        <source>想说给哪个部门听？不知道也没关系。</source>
        <translation>Who should hear it? It&apos;s fine not to know.</translation>
    </message>
    <message>
        <source>不知道，请中心转办</source>
        <translation>Not sure, let the centre decide</translation>
    </message>
    <message>
        <source>下一步</source>
        <translation>Continue</translation>
    </message>
</context>
<context>
    <name>SuggestContact</name>
    <message>
        <source>要回您电话吗？不留也能提交。</source>
        <translation>May we call you back? It&apos;s optional.</translation>
    </message>
    <message>
        <source>只用来和您联系。立刻加密，会场的人看不到。</source>
        <translation>Only used to reach you. Encrypted at once.</translation>
    </message>
    <message>
        <source>称呼</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>怎么称呼您，可不填</source>
        <translation>optional</translation>
    </message>
    <message>
        <source>可不填</source>
        <translation>optional</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>电话号码，可不填</source>
        <translation>optional</translation>
    </message>
    <message>
        <source>只用来就这条意见和您联系。写下的内容立刻加密，这台终端和会场的人都看不到。</source>
        <translation>Only used to reach you about this suggestion. It is encrypted at once; nobody at this kiosk or venue can read it.</translation>
    </message>
    <message>
        <source>不留，下一步</source>
        <translation>Skip</translation>
    </message>
    <message>
        <source>下一步</source>
        <translation>Continue</translation>
    </message>
</context>
<context>
    <name>SuggestReview</name>
    <message>
        <source>您写的</source>
        <translation>Your words</translation>
    </message>
    <message>
        <source>您写的 · 关于重点问题 %1</source>
        <translation>Your words · key problem %1</translation>
    </message>
    <message>
        <source>说给</source>
        <translation>To</translation>
    </message>
    <message>
        <source>由中心转办</source>
        <translation>The centre will decide</translation>
    </message>
    <message>
        <source>联系方式</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>不留</source>
        <translation>None</translation>
    </message>
    <message>
        <source>正在提交…</source>
        <translation>Submitting…</translation>
    </message>
    <message>
        <source>提交这条意见</source>
        <translation>Submit</translation>
    </message>
    <message>
        <source>再改改</source>
        <translation>Change it</translation>
    </message>
    <message>
        <source>提交后给您一张回执，凭它在任何会场都能查答复。</source>
        <translation>You will get a receipt; with it you can look up the answer at any venue.</translation>
    </message>
</context>
<context>
    <name>SuggestWrite</name>
    <message>
        <source>您的意见</source>
        <translation>Your suggestion</translation>
    </message>
    <message>
        <source>往上看</source>
        <translation>Up</translation>
    </message>
    <message>
        <source>往下看</source>
        <translation>Down</translation>
    </message>
    <message>
        <source>说一件您身边的事：在哪里，什么情况，希望怎么办。</source>
        <translation>Tell us about something near you: where it is, what happens, what you would like.</translation>
    </message>
    <message>
        <source>说一件您身边的事……</source>
        <translation>Tell us about one thing near you …</translation>
    </message>
    <message>
        <source>关于重点问题 %1，您想说什么？</source>
        <translation>What would you say about key problem %1?</translation>
    </message>
    <message>
        <source>离开就清除，别人看不到</source>
        <translation>Private; gone when you leave</translation>
    </message>
    <message>
        <source>%1 / %2 字</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>多了 %1 字</source>
        <translation>%1 too many</translation>
    </message>
    <message>
        <source>写好了，下一步</source>
        <translation>Continue</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>时间轴</source>
        <translation>Timeline</translation>
    </message>
</context>
<context>
    <name>Transcript</name>
    <message>
        <source>文字稿</source>
        <translation>Transcript</translation>
    </message>
    <message>
        <source>点一句，从那句播放</source>
        <translation>Touch a sentence to play it</translation>
    </message>
    <message>
        <source>上翻</source>
        <translation>Up</translation>
    </message>
    <message>
        <source>下翻</source>
        <translation>Down</translation>
    </message>
    <message>
        <source>跟着视频</source>
        <translation>Follow</translation>
    </message>
</context>
<context>
    <name>WriteHints</name>
    <message>
        <source>在哪里</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>路口、小区、站名</source>
        <translation>Crossing, estate, stop</translation>
    </message>
    <message>
        <source>什么情况</source>
        <translation>What happens</translation>
    </message>
    <message>
        <source>什么时候，有多久了</source>
        <translation>When, and for how long</translation>
    </message>
    <message>
        <source>希望怎么办</source>
        <translation>What would help</translation>
    </message>
    <message>
        <source>您觉得怎样会更好</source>
        <translation>What you would change</translation>
    </message>
    <message>
        <source>说清这三样，办得更快</source>
        <translation>Three things that speed it up</translation>
    </message>
</context>
</TS>
