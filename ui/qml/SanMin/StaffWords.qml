import QtQuick

// What codes mean, in the words of the staff's screens.
QtObject {
    function sync(code: string): string {
        const words = {
            "unreachable": qsTr("连不上中心。先看网线和路由器的灯；记录都在这台终端上，一条不少。"),
            "timed-out": qsTr("网太慢，没传完就断了。下次会少传一点，再试一次。"),
            "cut-short": qsTr("传到一半网断了，没有重复也没有丢。请再试一次。"),
            "tls": qsTr("中心的证书对不上。先看这台终端的时间对不对，再找技术支持。"),
            "busy": qsTr("中心正忙，请过几分钟再试。"),
            "not-the-server": qsTr("应答的不是中心。请检查网络，或找技术支持。"),
            "captive-portal": qsTr("网络要先登录。请让会场的网络放行这台终端。"),
            "too-much": qsTr("应答的不是中心。请检查网络，或找技术支持。"),
            "not-allowed": qsTr("中心的地址不安全，没有连。请找技术支持。"),
            "plain-http": qsTr("中心的地址不安全，没有连。请找技术支持。"),
            "no-room": qsTr("硬盘放不下新的内容，评议照常。请找技术支持清理硬盘。"),
            "storage-full": qsTr("硬盘满了，记不下来。请找技术支持。"),
            "storage-busy": qsTr("数据库正忙，请再试一次。"),
            "storage-damaged": qsTr("数据有一处读不出来。请重新启动这台终端，它会自己修。"),
            "no-content": qsTr("这台终端还没有内容包。请先同步，或用 U 盘带回内容。"),
            "storage": qsTr("没有记下来。请再试一次，还不行就找技术支持。"),
            "storage-newer": qsTr("数据是新版程序写的，这个旧版没有动它。请技术支持装回新版。"),
            "sqlite-too-old": qsTr("这台终端少装了一个部件，为了不丢数据没有打开。请找技术支持。"),
            "not-enrolled": qsTr("这台机器还没有注册成终端。请向组织方领注册码，再注册。"),
            "sync": qsTr("没有传成，记录都在这台终端上。请再试一次，还不行就找技术支持。"),
            "bad-address": qsTr("中心的地址写得不对。请对着注册单再看一遍。"),
            "incomplete": qsTr("中心的内容还不全，没有换上，评议照常。请过一会儿再试。"),
            "paused": qsTr("新的内容还在下载，会接着下完，不用守着。其他照常。"),
            "not-there": qsTr("中心的内容还不全，没有换上，评议照常。请过一会儿再试。"),
            "pack-rolled-back": qsTr("中心给的内容比这台终端的旧，没有换上。请告诉组织方。"),
            "pack-too-new": qsTr("新的内容要新版程序才读得懂，没有换上，评议照常。请技术支持升级这台终端的程序。"),
            "attachment-too-long": qsTr("录音太长，没有存下。请说短一点再录。")
        };
        return words[code] ?? server(code);
    }
    // What the centre says no with; each tells that nothing is lost and who has to do something.
    function server(code: string): string {
        const strange = qsTr("中心认不出这台终端的数据，记录都在，请不要关机。请技术支持看中间的网络设备有没有改动数据。");
        const behind = qsTr("中心的程序比这台终端旧，读不懂。记录都在，请技术支持先升级中心。");
        const lacking = qsTr("中心的内容还不全，没有换上，评议照常。请组织方再发布一次。");
        const other = qsTr("中心登记的不是这台终端，没有收。记录都在，请不要重新注册，找技术支持。");
        const words = {
            "unknown-kiosk": qsTr("中心不认识这台终端，多半是恢复过备份。记录都在，请不要重新注册。请技术支持领一个注册码，在这台终端上运行 kiosk-readmit。"),
            "other-name": qsTr("这个注册码是给别的终端的，没有用掉。请领一个写着这台终端编号的。"),
            "other-kiosk": other,
            "other-campaign": other,
            "store-silent": qsTr("中心放内容的地方没有应答，记录照常上传。请过几分钟再试。"),
            "too-many-codes": qsTr("输错的注册码太多，中心要等一等。请过十分钟再试。"),
            "too-slow": qsTr("网太慢，没传完就断了。下次会少传一点，再试一次。"),
            "too-large": qsTr("这一份太大，中心没有收。记录都在，请用 U 盘送到中心。"),
            "too-many": qsTr("这台终端的录音在中心已经存满。文字和评议照常，请告诉组织方。"),
            "forged": strange,
            "damaged": strange,
            "not-zstd": strange,
            "not-cbor": strange,
            "not-canonical": strange,
            "not-plain": strange,
            "wrong-shape": strange,
            "broken-chain": strange,
            "wrong-hash": strange,
            "wrong-size": strange,
            "bad-request": strange,
            "unknown-version": behind,
            "no-pack": lacking,
            "no-blob": lacking,
            "no-attachment": lacking,
            "damaged-blob": lacking,
            "no-campaign": lacking,
            "bad-campaign": lacking,
            "not-found": qsTr("应答的不是中心。请检查网络，或找技术支持。"),
            "method-not-allowed": qsTr("应答的不是中心。请检查网络，或找技术支持。"),
            "defect": qsTr("中心出了差错，没有收下。记录都在，过几分钟会再传；还不行就找技术支持。"),
            "refused": qsTr("中心没有收下，没有说为什么。记录都在，请找技术支持。")
        };
        return words[code] ?? qsTr("没有做成。请把这个代码告诉技术支持：%1").arg(code);
    }
    function stick(code: string): string {
        const words = {
            "no-stick": qsTr("没有看到 U 盘。请插好再试。"),
            "stick-busy": qsTr("另一个程序正在用这个 U 盘。请先别拔，等它做完再试。"),
            "stick-full": qsTr("U 盘满了。请换一个，或删掉不要的文件再试。"),
            "stick-read-only": qsTr("U 盘写不进去。看看有没有写保护开关，或换一个。"),
            "stick-pulled-out": qsTr("U 盘拔早了。请插回去再来一次，记录都还在。"),
            "stick-differs": qsTr("读回来和写进去的不一样，这个 U 盘坏了。请换一个。"),
            "stick-broken": qsTr("这个 U 盘读写出错。请换一个。"),
            "stick-empty": qsTr("这个 U 盘上没有中心带回来的东西。"),
            "stick-other-campaign": qsTr("这个 U 盘是别的活动的，没有动它。"),
            "stick-other-venue": qsTr("这个 U 盘是别的会场的，没有动它。"),
            "stick-other-server": qsTr("这个 U 盘是给别的中心的，没有动它。"),
            "stick-tampered": qsTr("U 盘上的东西被改过，什么都没有用。请告诉组织方。"),
            "stick-old": qsTr("U 盘上的东西比这台终端的旧，什么都没有改。"),
            "no-content-yet": qsTr("这台终端还没有内容包，不知道该给谁。请先带回内容。"),
            "not-a-bundle": qsTr("U 盘上的东西被改过，什么都没有用。请告诉组织方。"),
            "stick": qsTr("这个 U 盘读写出错。请换一个。")
        };
        return words[code] ?? sync(code);
    }
    function fresh(code: string): string {
        const words = {
            "reading": qsTr("正在从 U 盘读内容，请先别拔。读好了，这里自己就能用。"),
            "stick-lacking": qsTr("U 盘上的内容还不全，放不下的请中心再装一个 U 盘带来。")
        };
        return words[code] ?? stick(code);
    }
    function enrol(code: string): string {
        const words = {
            "bad-code": qsTr("注册码一共二十位，请对着注册单再看一遍。"),
            "unknown-code": qsTr("中心没有这个注册码，请对着注册单再看一遍。"),
            "used-code": qsTr("这个注册码用过了，请向组织方领一个新的。"),
            "expired-code": qsTr("这个注册码过期了，请向组织方领一个新的。"),
            "unsent": qsTr("还有记录没有上传。传完才能换会场。"),
            "unavailable": qsTr("这台终端换不了会场。请找技术支持。")
        };
        return words[code] ?? sync(code);
    }
    function day(code: string): string {
        return sync(code);
    }
    function desk(code: string): string {
        const words = {
            "bad-number": qsTr("号码一共八位，请对着代表证再看一遍。"),
            "already-here": qsTr("这位代表这一场已经签到了，不用再签。"),
            "not-locked": qsTr("这张证没有输错过密码，不用解锁。")
        };
        return words[code] ?? sync(code);
    }
    function check(id: string): string {
        const words = {
            "content": qsTr("视频和内容"),
            "access": qsTr("名单和停用的证"),
            "clock": qsTr("时钟"),
            "disk": qsTr("硬盘余量"),
            "journal": qsTr("流水"),
            "reader": qsTr("镜头或扫码枪"),
            "sound": qsTr("声音"),
            "touch": qsTr("四角触摸")
        };
        return words[id];
    }
    function reason(id: string): string {
        const words = {
            "card-damaged": qsTr("证坏了，读不出来"),
            "card-forgotten": qsTr("忘带证，有证件"),
            "phone-fails": qsTr("手机打不开"),
            "scanner-fails": qsTr("读卡的设备坏了")
        };
        return words[id];
    }
}
