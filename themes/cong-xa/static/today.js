(t=>{let a=(k,f)=>document.querySelectorAll(`[data-${k}]`).forEach(e=>f(e,...e.dataset[k].split("/").map(s=>Date.parse(s)/864e5))),r="Đang diễn ra";
a("when",(e,f,l)=>{e.dataset.stage=t<f?"upcoming":t>l?"over":"running";e.textContent=t<f?`Sắp diễn ra, còn ${f-t} ngày`:t>l?"Đã kết thúc":f==l?"Diễn ra hôm nay":t==l?r+", hôm nay là ngày cuối":l?r+`, còn ${l-t} ngày`:r});
a("only",(e,f,l)=>e.hidden=t<f||t>l)})(Math.floor(Date.now()/864e5+7/24))
