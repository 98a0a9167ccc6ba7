# Português

language-name = Português

## The frame

settings-title = Configurações da conta
title-saved = Salvo – { $title }
title-error = Erro – { $title }
skip-to-content = Ir para o conteúdo
account-pages = Sua conta
language = Idioma
theme = Aparência
theme-system = Como o dispositivo
theme-light = Claro
theme-dark = Escuro
choice-keeps = O que você digitou é mantido, exceto senhas e códigos.
back-to-application = Voltar ao aplicativo
footer = Sobre este serviço

## Sections: heading, purpose, state

group-profile = Perfil
group-profile-lead = Quem você é e como falar com você.
group-password = Senha
group-password-lead = Escolha uma nova senha para entrar na sua conta.
group-oidc = Contas vinculadas
group-oidc-lead = Entre com uma conta que você tem em outro serviço.
group-saml = Acesso da empresa
group-saml-lead = Entre com a conta da sua organização.
group-passkey = Chaves de acesso
group-passkey-lead = Entre com a sua impressão digital, o seu rosto ou o bloqueio de tela.
group-webauthn = Chaves de segurança
group-webauthn-lead = Um pequeno dispositivo que prova que é você ao entrar.
group-totp = App de autenticação
group-totp-lead = Um app no seu telefone mostra um código para digitar ao entrar.
group-lookup_secret = Códigos de recuperação
group-lookup_secret-lead = Entre com um destes códigos se perder o telefone ou a chave. Cada um funciona uma única vez.
group-code = Códigos de uso único
group-code-lead = Códigos que você recebe ao entrar.
group-link = Links de acesso
group-link-lead = Links que você recebe para entrar.
group-identifier_first = Nome de usuário
group-captcha = Você é uma pessoa?

state-on = Ativado
state-off = Desativado
state-linked = { $count ->
    [0] Nenhuma na lista
    [one] Vinculada: { $count }
    [many] Vinculadas: { $count }
   *[other] Vinculadas: { $count }
}
state-passkeys = { $count ->
    [0] Nenhuma por enquanto
    [one] { $count } chave de acesso
    [many] { $count } de chaves de acesso
   *[other] { $count } chaves de acesso
}
state-keys = { $count ->
    [0] Nenhuma por enquanto
    [one] { $count } chave de segurança
    [many] { $count } de chaves de segurança
   *[other] { $count } chaves de segurança
}
state-codes = { $count ->
    [one] { $count } código de recuperação
    [many] { $count } de códigos de recuperação
   *[other] { $count } códigos de recuperação
}
state-codes-used = { $count ->
    [one] { $count } código de recuperação
    [many] { $count } de códigos de recuperação
   *[other] { $count } códigos de recuperação
}, { $used ->
    [one] { $used } usado
    [many] { $used } usados
   *[other] { $used } usados
}, último uso em { $when }

overview-title = A sua conta em resumo
overview-sign-in-name = Você entra como { $name }
overview-ways = Formas de entrar
overview-protection = Proteção extra
overview-password = Definir ou alterar
overview-not-set = Não definida
overview-codes-left = { $count ->
    [one] Resta { $count }
    [many] Restam { $count }
   *[other] Restam { $count }
}
codes-few = { $count ->
    [one] Resta apenas { $count } código de recuperação.
    [many] Restam apenas { $count } de códigos de recuperação.
   *[other] Restam apenas { $count } códigos de recuperação.
}
codes-none-left = Não resta nenhum código de recuperação.
codes-renew = Criar novos
codes-lacking = Se você perder o telefone ou a chave, os códigos de recuperação permitem entrar de novo. Você ainda não tem nenhum.
second-suggested = Uma segunda etapa deixa a entrada mais segura: uma senha roubada não basta.
second-add = Adicionar uma

## Fields

list-item = { $list } { $number }
list-spare = { $list }: adicionar item
list-separator = {", "}
time-zone = Fuso horário: { $offset }
optional-nothing = Sem escolha
show-password = Mostrar
hide-password = Ocultar
caps-lock = O Caps Lock está ativado.
errors-title = { $count ->
    [one] Corrija o seguinte:
    [many] Corrija estes { $count } de pontos:
   *[other] Corrija estes { $count } pontos:
}
address-unverified = Ainda falta confirmar { $address }.
address-verify = Confirmar agora

required-mark = Os campos marcados com * são obrigatórios.
password-rules = Uma senha longa é uma senha forte: por exemplo, algumas palavras sem relação entre si. Use uma que você não usa em nenhum outro lugar.
password-shortest = { $count ->
    [one] Pelo menos { $count } caractere.
    [many] Pelo menos { $count } de caracteres.
   *[other] Pelo menos { $count } caracteres.
}
strength = Força da senha
strength-0 = Muito fraca.
strength-1 = Fraca.
strength-2 = Poderia ser mais forte.
strength-3 = Forte.
strength-4 = Muito forte.
strength-known = Senhas assim estão entre as primeiras a serem tentadas.
strength-pattern = Ela segue um padrão fácil de adivinhar.
strength-own = Ela contém algo seu, como o seu nome ou endereço.

## Buttons and what they do

working = Aguarde…
cancel = Cancelar
copy = Copiar
copied = Copiado
download = Baixar
print = Imprimir
copy-selected = Aqui não é possível copiar automaticamente. O texto está selecionado: copie você mesmo.
open-in-app = Abrir em um app de autenticação neste dispositivo
codes-file = codigos-de-recuperacao-{ $host }.txt
codes-account = Conta: { $account }
codes-site = Site: { $site }
codes-day = Data: { $day }
codes-make = Criar códigos de recuperação
code-spent = usado
codes-not-saved = Estes códigos ainda não funcionam. Guarde-os em um lugar seguro e depois confirme abaixo que você os tem.
codes-keep = Imprima os códigos ou guarde-os junto com as suas senhas. Qualquer pessoa que tenha um deles pode entrar na sua conta.
oidc-missing = Falta alguma conta aqui?
oidc-last = Uma conta que é a sua única forma de entrar não pode ser desvinculada e não aparece aqui.
password-done = Se você acha que outra pessoa pode saber a sua senha antiga, encerre também as suas outras sessões.

added = Adicionada em { $when }
unlink-consequence = Você não poderá mais entrar com { $thing }.
remove-consequence = Você não poderá mais entrar com “{ $thing }”.
remove-last = Esta é a sua última forma de entrar, por isso não pode ser removida.
totp-unlink-consequence = Os códigos do app não serão mais pedidos quando você entrar.
lookup-disable-consequence = Nenhum dos seus códigos de recuperação funcionará mais.
lookup-regenerate-consequence = Os códigos que você tem agora deixarão de funcionar assim que você confirmar os novos.
thing-remove = Remover
thing-unlink = Desvincular
passkey-unnamed = Chave de acesso sem nome
key-unnamed = Chave de segurança sem nome
remove-question = Remover “{ $thing }”?
unlink-question = Desvincular { $thing }?
totp-unlink-question = Desativar o app de autenticação?
lookup-disable-question = Desativar os códigos de recuperação?
lookup-regenerate-question = Criar novos códigos de recuperação?

script-needed = Isto precisa do JavaScript, que está desativado no seu navegador.
ceremony-failed = Não deu certo, e nada foi alterado. Você pode tentar novamente.
ceremony-failed-login = Não deu certo. Tente novamente ou entre de outra forma.
ceremony-failed-registration = Não deu certo, e nenhuma conta foi criada. Tente novamente ou escolha outra forma.
ceremony-known = Esta chave ou este dispositivo já foi adicionado à sua conta.
ceremony-insecure = Chaves de segurança e de acesso precisam de uma conexão segura: um endereço que comece com https.
ceremony-unsupported = Este navegador não é compatível com chaves de segurança e de acesso.

## Sessions, signing out, your data

sessions-title = Onde a sua conta está conectada
sessions-lead = Veja todos os navegadores e apps que podem usar a sua conta e encerre as sessões deles.
sessions-this = Este dispositivo
sessions-none = A sua conta não está conectada em nenhum outro lugar.
sessions-unknown = Dispositivo desconhecido
sessions-device = { $browser } no { $system }
sessions-since = Acesso em { $when }
sessions-until = Sessão aberta até { $when }
sessions-two-factors = dois fatores
sessions-end = Encerrar sessão
sessions-end-others = Encerrar todas as outras sessões
sessions-end-question = Encerrar a sessão de { $device }?
sessions-end-others-question = Encerrar todas as outras sessões?
sessions-end-consequence = Nesse dispositivo, será preciso entrar novamente.
sessions-end-others-consequence = Em todos os dispositivos, exceto este, será preciso entrar novamente.
sessions-ended = Pronto: a sessão foi encerrada.
sign-out = Sair
export = Baixar os seus dados
group-code_recovery = Recuperação da conta
group-link_recovery = Recuperação da conta

delete-title = Excluir a sua conta
delete-lead = Isto não pode ser desfeito.
delete-data = Os seus dados, as suas configurações e todas as suas formas de entrar serão excluídos para sempre.
delete-back = Ninguém poderá recuperá-los, e outra pessoa poderá usar o seu nome de acesso.
delete-consent = Entendo que a minha conta não poderá ser recuperada.
delete-button = Excluir a minha conta
delete-done-title = A sua conta foi excluída
delete-done = Os seus dados e as suas formas de entrar não existem mais, e todas as suas sessões foram encerradas.
deactivate-title = Desativar a sua conta
deactivate-lead = A sua conta será desativada. Nada do que está nela será excluído.
deactivate-data = Ninguém poderá entrar nela, nem mesmo você.
deactivate-back = Só os responsáveis por este serviço podem reativá-la.
deactivate-consent = Entendo que não poderei reativar a minha conta por conta própria.
deactivate-button = Desativar a minha conta
deactivate-done-title = A sua conta foi desativada
deactivate-done = Todas as suas sessões foram encerradas. Para usar a sua conta de novo, fale com os responsáveis por este serviço.
deletion-sessions = A sua conta será desconectada em todos os seus dispositivos.
deletion-applications = Você não poderá mais entrar em aplicativos com esta conta. O que eles guardam sobre você fica com eles.
deletion-export = Antes de ir, guarde uma cópia dos seus dados:
deletion-keep = Manter a minha conta
deletion-unticked = Se você tem certeza, marque a caixa primeiro. Nada foi alterado.

## On the way

moving-on-title = Um momento
moving-on = A próxima página já vai abrir.
moving-on-link = Continuar
enter-again-title = Entre novamente na sua conta
enter-again = Para proteger a sua conta, esta alteração exige que você tenha entrado há pouco tempo. Ela não foi salva: entre novamente e faça a alteração mais uma vez.

## Problems: heading and what to do

try-again = Tentar novamente
back-to-form = Voltar ao formulário
to-settings = Ir para as configurações da sua conta
sign-in-again = Entrar novamente
start-again = Começar novamente
confirm-address = Confirmar o seu endereço
request-id = Se você pedir ajuda, informe este número: { $id }

problem-not-found-title = Esta página não existe
problem-not-found = O endereço pode ter sido digitado errado, ou a página mudou de lugar.
problem-return-to-title = Este link leva a um site não permitido
problem-return-to = Este link deveria levar você depois a outro site, que não está na lista de sites permitidos. Você pode continuar, mas esse site não será aberto.
problem-link-title = Este link não pode ser usado
problem-link = Algo nele não é permitido aqui. Talvez ele esteja incompleto ou desatualizado. Você pode começar novamente sem ele.
problem-not-offered-title = Isto não é oferecido aqui
problem-not-offered = Os responsáveis por este serviço desativaram esta página.
problem-switched-off-title = Esta conta está desativada
problem-switched-off = Ela não pode ser usada no momento. Se você acha que é um engano, fale com os responsáveis por este serviço.
problem-form-title = O seu formulário não pôde ser aceito
problem-form = Nada foi alterado. Isso acontece quando uma página fica aberta por muito tempo, quando você entra novamente em outro lugar ou quando o seu navegador recusa cookies.
problem-forbidden-title = Você não tem permissão para fazer isto
problem-forbidden = Nada foi alterado.
problem-busy-title = Solicitações demais
problem-busy = Espere um momento e tente novamente.
problem-slow-title = Isto está demorando demais
problem-slow = O serviço de contas não está respondendo no momento. Tente novamente em um minuto.
problem-unavailable-title = Não foi possível contatar o serviço de contas
problem-unavailable = A culpa não é sua, e nada foi alterado. Tente novamente em um minuto.
problem-loop-title = Não foi possível concluir o acesso
problem-loop = Você entrou na sua conta, mas esta página não reconhece isso. O seu navegador pode estar bloqueando cookies: permita-os para este site ou apague os que já estão guardados e depois entre novamente. Se isso não resolver, avise os responsáveis por este serviço.
problem-no-cookies-title = O seu navegador não guarda cookies
problem-no-cookies = Esta página não funciona sem eles. Permita-os para este site nas configurações do navegador e comece de novo.
problem-foreign-title = Este formulário veio de outro site
problem-foreign = Nada foi alterado. Se você chegou aqui por um link que alguém lhe enviou, não confie nele.
problem-not-a-form-title = Este formulário não é desta página
problem-not-a-form = Nada foi alterado.
problem-too-large-title = É longo demais
problem-too-large = Nada foi alterado. Encurte o que você digitou.
problem-upload-slow-title = O seu formulário não chegou
problem-upload-slow = Nada foi alterado. A sua conexão pode estar lenta ou ter caído: envie o formulário novamente.
problem-not-saved-title = Nada foi salvo
problem-not-saved = Não é possível contatar o serviço de contas no momento. Volte no seu navegador para manter o que você digitou, espere um minuto e envie novamente.
problem-maybe-saved-title = A alteração pode não ter sido salva
problem-maybe-saved = O serviço de contas recebeu o que você enviou, mas não respondeu. Antes de tentar novamente, volte e veja se funcionou.
problem-left-already-title = A sua conta foi desconectada
problem-left-already = Nada mais foi feito. Se você pressionou o botão duas vezes, funcionou na primeira. Se não, entre novamente e recomece.
problem-still-there-title = A sua conta ainda existe
problem-still-there = O serviço de contas não conseguiu fazer isto no momento, e nada foi alterado. Tente novamente em um minuto.
problem-still-there-revoked-title = A sua conta ainda existe
problem-still-there-revoked = O serviço de contas não conseguiu fazer isto no momento. A sua conta e os seus dados não foram alterados, mas os aplicativos que você usa com ela podem pedir acesso de novo. Tente novamente em um minuto.
problem-maybe-gone-title = Não é certo que tenha funcionado
problem-maybe-gone = O serviço de contas recebeu o seu pedido, mas não respondeu. Entre para verificar: se conseguir, a sua conta ainda existe.
problem-method-title = Esta página não pode ser usada assim
problem-method = Volte e use os links e botões da página.
problem-internal-title = Algo deu errado do nosso lado
problem-internal = A culpa não é sua. Tente novamente.
problem-sign-in-first-title = Entre primeiro na sua conta
problem-sign-in-first = Isto só é possível depois de entrar na conta e, às vezes, só pouco tempo depois.
problem-other-identity-title = Outra pessoa está conectada
problem-other-identity = Esta página foi aberta para uma conta diferente da que está conectada agora. Nada foi alterado. Entre novamente com a conta que você quer usar.
problem-unverified-title = Confirme primeiro o seu endereço
problem-unverified = Você poderá entrar assim que o seu endereço estiver confirmado. Procure a mensagem com o código ou o link ou peça uma nova.
problem-outdated-title = Esta página ou este link não funciona mais
problem-outdated = Já foi usado, ou passou tempo demais. Comece novamente.
problem-provider-title = Não deu certo
problem-provider = O acesso com uma conta de outro serviço não foi concluído. Isso acontece quando demora muito, quando você entra em duas abas ao mesmo tempo ou quando o seu navegador recusa cookies. Tente novamente.
problem-application-title = O aplicativo não conseguiu fazer você entrar
problem-application = Algo estava errado na forma como ele enviou você para cá. Volte ao aplicativo e tente novamente. Se isso não resolver, avise os responsáveis por ele.
problem-elsewhere-title = Algo deu errado
problem-elsewhere = A culpa não é sua. Tente novamente em um minuto. Se acontecer de novo, avise os responsáveis por este serviço.

## Kratos’ messages, by id, with the values of their context

kratos-1010001 = Entrar
kratos-1010002 = Continuar com { $provider }
kratos-1010003 = Para continuar, confirme que é você.
kratos-1010004 = Confirme de uma segunda forma que é você.
kratos-1010005 = Confirmar
kratos-1010006 = Código do app
kratos-1010007 = Código de recuperação
kratos-1010008 = Entrar com chave de segurança
kratos-1010009 = Usar o app de autenticação
kratos-1010010 = Usar código de recuperação
kratos-1010011 = Entrar com chave de segurança
kratos-1010012 = Pressione o botão e depois use a sua chave de segurança, a sua impressão digital ou o seu rosto.
kratos-1010013 = Continuar
kratos-1010014 = Enviamos um código para você. Se ele não chegar em alguns minutos, veja a pasta de spam ou peça o código novamente.
kratos-1010015 = Enviar código de acesso
kratos-1010016 = { $duplicate_identifier } já pertence a uma conta deste serviço. Entre nessa conta para adicionar { $provider } como outra forma de entrar.
kratos-1010017 = Entrar e vincular
kratos-1010018 = Confirmar com { $provider }
kratos-1010019 = Enviar código
kratos-1010021 = Entrar com chave de acesso
kratos-1010022 = Entrar com senha
kratos-1010023 = Enviar código para { $address }
kratos-1010024 = Entrar com este dispositivo
kratos-1010025 = Enviamos um código para você. Se ele não chegar em alguns minutos, veja a pasta de spam ou peça o código novamente.
kratos-1040001 = Cadastrar-se
kratos-1040002 = Continuar com { $provider }
kratos-1040003 = Continuar
kratos-1040004 = Cadastrar-se com chave de segurança
kratos-1040005 = Enviamos um código para o endereço informado. Se ele não chegar em alguns minutos, veja a pasta de spam e verifique se há erros de digitação no endereço.
kratos-1040006 = Enviar código de cadastro
kratos-1040007 = Cadastrar-se com chave de acesso
kratos-1040008 = Voltar
kratos-1040009 = Escolha como você quer entrar daqui em diante.
kratos-1050001 = As suas alterações foram salvas!
kratos-1050001-profile = O seu perfil foi salvo.
kratos-1050001-password = A sua nova senha já está valendo.
kratos-1050001-totp-on = O app de autenticação está ativado.
kratos-1050001-totp-off = O app de autenticação está desativado.
kratos-1050001-passkey-added = A chave de acesso foi adicionada.
kratos-1050001-passkey-removed = A chave de acesso foi removida.
kratos-1050001-webauthn-added = A chave de segurança foi adicionada.
kratos-1050001-webauthn-removed = A chave de segurança foi removida.
kratos-1050001-lookup_secret-on = Os seus códigos de recuperação já funcionam.
kratos-1050001-lookup_secret-off = Os seus códigos de recuperação estão desativados. Nenhum deles funciona mais.
kratos-1050001-oidc-linked = { $provider } agora está vinculado. Você pode entrar com essa conta.
kratos-1050001-oidc-unlinked = { $provider } não está mais vinculado.
kratos-1050002 = Vincular { $provider }
kratos-1050003 = Desvincular { $provider }
kratos-1050004 = Desativar o app de autenticação
kratos-1050005 = Código QR para o seu app de autenticação
kratos-1050006 = { $secret }
kratos-1050007 = Mostrar os meus códigos de recuperação
kratos-1050008 = Criar novos códigos de recuperação
kratos-1050009 = { $secret }
kratos-1050010 = Estes são os seus códigos de recuperação.
kratos-1050011 = Já guardei estes códigos
kratos-1050012 = Adicionar chave de segurança
kratos-1050013 = Nome da chave de segurança
kratos-1050014 = Usado em { $used_at }
kratos-1050016 = Desativar os códigos de recuperação
kratos-1050017 = Se você não conseguir ler a imagem com a câmera, digite esta chave no app:
kratos-1050018 = Remover a chave de segurança “{ $display_name }”
kratos-1050019 = Adicionar chave de acesso
kratos-1050020 = Remover a chave de acesso “{ $display_name }”
kratos-1050023 = A sua conta é gerenciada pela sua organização. Para alterar estas configurações, fale com o administrador.
kratos-1060001 = Você está de volta à sua conta. Altere a sua senha agora ou adicione outra forma de entrar. Prazo: { $privileged_session_expires_at }.
kratos-1060002 = Se este endereço pertencer a uma conta, você receberá um link. Se nada chegar em alguns minutos, veja a pasta de spam e verifique se este é o endereço do seu cadastro.
kratos-1060003 = Se este endereço pertencer a uma conta, você receberá um código. Se nada chegar em alguns minutos, veja a pasta de spam e verifique se este é o endereço do seu cadastro.
kratos-1060004 = Se { $masked_address } pertencer à sua conta, você receberá um código. Se nada chegar em alguns minutos, veja a pasta de spam e verifique se este é o endereço do seu cadastro.
kratos-1060005 = Para confirmar que a conta é sua, digite o endereço ou o número de telefone completo.
kratos-1060006 = Para onde devemos enviar o código?
kratos-1060007 = Voltar
kratos-1070001 = Senha
kratos-1070003 = Salvar
kratos-1070003-profile = Salvar perfil
kratos-1070003-password = Definir nova senha
kratos-1070003-totp = Ativar o app de autenticação
kratos-1070004 = Nome de usuário
kratos-1070005 = Enviar
kratos-1070006 = Código do app
kratos-1070007 = E-mail
kratos-1070008 = Enviar o código novamente
kratos-1070009 = Continuar
kratos-1070009-login-code-sent_email = Entrar
kratos-1070009-registration-code-sent_email = Criar conta
kratos-1070009-recovery-code-choose_method = Enviar código
kratos-1070009-recovery-link-choose_method = Enviar link
kratos-1070009-recovery-code-sent_email = Confirmar código
kratos-1070009-recovery-code-recovery_awaiting_code = Confirmar código
kratos-1070009-recovery-code-recovery_confirming_address = Enviar código
kratos-1070009-recovery-link-sent_email = Enviar o link novamente
kratos-1070009-verification-code-choose_method = Enviar código
kratos-1070009-verification-link-choose_method = Enviar link
kratos-1070009-verification-code-sent_email = Confirmar endereço
kratos-1070009-verification-link-sent_email = Enviar o link novamente
kratos-1070010 = Código de recuperação
kratos-1070011 = Código de verificação
kratos-1070012 = Código de cadastro
kratos-1070013 = Código de acesso
kratos-1070014 = Entrar e vincular
kratos-1070015 = Conclua a verificação para continuar.
kratos-1070016 = Endereço de recuperação
kratos-1070017 = Número de telefone
kratos-1070018 = E-mail ou número de telefone
kratos-1080001 = Se ainda falta confirmar este endereço, você receberá um link. Se nada chegar em alguns minutos, veja a pasta de spam e verifique se há erros de digitação no endereço.
kratos-1080002 = A confirmação foi concluída.
kratos-1080003 = Se ainda falta confirmar este endereço, você receberá um código. Se nada chegar em alguns minutos, veja a pasta de spam e verifique se há erros de digitação no endereço.
kratos-1080004 = Se ainda falta confirmar este número de telefone, você receberá um SMS com um código. Se nada chegar em alguns minutos, verifique se há erros de digitação no número.
kratos-1080005 = O seu número de telefone está confirmado.

kratos-4000002 = Preencha este campo.
kratos-4000003 = { $min_length ->
    [one] Digite pelo menos { $min_length } caractere. Você digitou { $actual_length }.
    [many] Digite pelo menos { $min_length } de caracteres. Você digitou { $actual_length }.
   *[other] Digite pelo menos { $min_length } caracteres. Você digitou { $actual_length }.
}
kratos-4000004 = Não está no formato esperado.
kratos-4000005 = Esta senha não pode ser usada: { $reason }.
kratos-4000006 = Os dados não estão corretos. Verifique se há erros de digitação.
kratos-4000007 = Outra conta já usa este e-mail, número de telefone ou nome de usuário. Escolha outro ou, se essa conta for sua, entre nela.
kratos-4000008 = Não foi possível confirmar. Digite o código que o app mostra agora ou tente novamente com a sua chave.
kratos-4000009 = Falta um nome de usuário, como um e-mail. Preencha-o. Se não houver um campo para isso, avise os responsáveis por este serviço.
kratos-4000010 = A sua conta ainda não está ativa. Você confirmou o seu e-mail?
kratos-4000011 = Você não tem um app de autenticação configurado.
kratos-4000012 = Este código de recuperação já foi usado.
kratos-4000013 = Você não tem uma chave de segurança configurada.
kratos-4000014 = Você não tem códigos de recuperação configurados.
kratos-4000015 = Nenhuma conta com chave de segurança ou de acesso foi encontrada. Verifique o que você digitou ou entre de outra forma.
kratos-4000016 = Este código de recuperação não está correto.
kratos-4000017 = { $max_length ->
    [one] Digite no máximo { $max_length } caractere. Você digitou { $actual_length }.
    [many] Digite no máximo { $max_length } de caracteres. Você digitou { $actual_length }.
   *[other] Digite no máximo { $max_length } caracteres. Você digitou { $actual_length }.
}
kratos-4000018 = Digite { $minimum } ou mais. Você digitou { $actual }.
kratos-4000019 = Digite um valor maior que { $minimum }. Você digitou { $actual }.
kratos-4000020 = Digite { $maximum } ou menos. Você digitou { $actual }.
kratos-4000021 = Digite um valor menor que { $maximum }. Você digitou { $actual }.
kratos-4000022 = Digite um múltiplo de { $base }. Você digitou { $actual }.
kratos-4000023 = { $max_items ->
    [one] Aqui pode haver no máximo { $max_items } item. Você tem { $actual_items }.
    [many] Aqui pode haver no máximo { $max_items } de itens. Você tem { $actual_items }.
   *[other] Aqui pode haver no máximo { $max_items } itens. Você tem { $actual_items }.
}
kratos-4000024 = { $min_items ->
    [one] Aqui deve haver pelo menos { $min_items } item. Você tem { $actual_items }.
    [many] Aqui deve haver pelo menos { $min_items } de itens. Você tem { $actual_items }.
   *[other] Aqui deve haver pelo menos { $min_items } itens. Você tem { $actual_items }.
}
kratos-4000025 = Dois itens são iguais.
kratos-4000026 = Este tipo de valor não é válido aqui.
kratos-4000027 = Já existe uma conta com este e-mail, número de telefone ou nome de usuário. Primeiro entre nessa conta e depois vincule a outra a ela.
kratos-4000028 = Já existe uma conta com este e-mail, número de telefone ou nome de usuário. Se for sua, entre nela. Formas de fazer isso: { $available_credential_types }.
kratos-4000029 = O valor deve ser { $expected }.
kratos-4000030 = Este dado não pode ser alterado.
kratos-4000031 = Esta senha é parecida demais com o seu nome de usuário.
kratos-4000032 = { $min_length ->
    [one] A senha deve ter pelo menos { $min_length } caractere. A sua tem { $actual_length }.
    [many] A senha deve ter pelo menos { $min_length } de caracteres. A sua tem { $actual_length }.
   *[other] A senha deve ter pelo menos { $min_length } caracteres. A sua tem { $actual_length }.
}
kratos-4000033 = { $max_length ->
    [one] A senha pode ter no máximo { $max_length } caractere. A sua tem { $actual_length }.
    [many] A senha pode ter no máximo { $max_length } de caracteres. A sua tem { $actual_length }.
   *[other] A senha pode ter no máximo { $max_length } caracteres. A sua tem { $actual_length }.
}
kratos-4000034 = Esta senha aparece em vazamentos de dados conhecidos. Escolha outra.
kratos-4000035 = Nenhuma conta que entre com código foi encontrada. Verifique se há erros de digitação no endereço ou entre de outra forma.
kratos-4000036 = Os seus dados não são os mesmos de quando o código foi enviado. Preencha-os como antes ou volte e comece novamente.
kratos-4000037 = Não foi encontrada nenhuma conta em que seja possível entrar com isto. Verifique se há erros de digitação.
kratos-4000038 = A verificação não funcionou. Tente novamente.
kratos-4000039 = Escolha uma senha diferente da atual.
kratos-4000040 = Digite um e-mail válido.
kratos-4000041 = Digite um número de telefone válido.
kratos-4000042 = Você não tem um dispositivo configurado para entrar.
kratos-4000043 = Não foi possível confirmar a sua chave. Tente novamente.
kratos-4000044 = Não foi possível confirmar este dispositivo. Tente novamente.
kratos-4000045 = Este dispositivo não pode mais ser usado para entrar. Configure-o novamente.
kratos-4000046 = Este dispositivo não pode mais ser usado para entrar. Configure-o novamente.
kratos-4010001 = Esta página ficou aberta por tempo demais. Tente novamente.
kratos-4010002 = Os dados não bastam para entrar. Preencha o formulário e tente novamente.
kratos-4010003 = Os dados não bastam para criar uma conta. Preencha o formulário e tente novamente.
kratos-4010004 = Nada foi alterado: o formulário não estava completo. Tente novamente.
kratos-4010005 = O formulário não estava completo. Comece novamente.
kratos-4010006 = O formulário não estava completo. Comece novamente.
kratos-4010007 = Isto já foi feito.
kratos-4010008 = O código não está correto ou já foi usado. Verifique-o ou peça um novo.
kratos-4010009 = Esta não é a conta a ser vinculada. Entre na que já usa o seu endereço.
kratos-4010010 = Este endereço não pertence à sua conta. Use outro.
kratos-4010011 = Esta conta foi desativada. Fale com os responsáveis por este serviço.
kratos-4040001 = Esta página ficou aberta por tempo demais, e nenhuma conta foi criada. Tente novamente.
kratos-4040002 = Isto já foi feito.
kratos-4040003 = O código não está correto ou já foi usado. Verifique-o ou peça um novo.
kratos-4050001 = Esta página ficou aberta por tempo demais, por isso nada foi alterado. Tente novamente.
kratos-4050002 = Você só pode alterar um endereço por vez.
kratos-4060001 = Esta recuperação já foi concluída. Se você ainda não consegue entrar, comece novamente aqui.
kratos-4060002 = Algo deu errado durante o processo. Comece novamente.
kratos-4060004 = Este link não está correto ou já foi usado. Peça um novo.
kratos-4060005 = Passou tempo demais, e o código ou link não funciona mais. Peça um novo.
kratos-4060006 = O código não está correto ou já foi usado. Verifique-o ou peça um novo.
kratos-4070001 = Este link não está correto ou já foi usado. Peça um novo.
kratos-4070002 = Já está confirmado. Não é preciso fazer mais nada.
kratos-4070003 = Algo deu errado durante o processo. Comece novamente.
kratos-4070005 = Passou tempo demais, e o código ou link não funciona mais. Peça um novo.
kratos-4070006 = O código não está correto ou já foi usado. Verifique-o ou peça um novo.
kratos-5000002 = No momento não há nenhuma forma de entrar. Avise os responsáveis por este serviço.
kratos-5000003 = A sua organização exige o próprio acesso, que não está configurado. Avise o administrador.

## Login, registration, recovery, verification

or = ou
for-client = Para continuar em { $client }
flow-nothing = Não há nada a fazer aqui.
typed-kept = Esta página tinha expirado, e nada foi alterado. O que você digitou ainda está aqui, exceto senhas e códigos: verifique e envie novamente.
item-gone = Enquanto isso, um item de “{ $list }” foi alterado ou removido em outro lugar. A sua alteração nele não foi feita.

login-title = Entrar
# What the reference UI says too, and its suites look for.
login-second-title = Mais um passo
login-second-nothing = A sua conta ainda não tem uma segunda etapa para entrar. Adicione uma nas configurações da sua conta ou entre com outra conta.
second-factor-needed = A página que você queria abrir exige uma segunda etapa para entrar. Adicione uma aqui para continuar.
login-refresh-title = Confirme que é você
login-code-title = Digite o seu código
login-link-title = Vincule a sua conta
login-link-lead = Você já tem uma conta aqui. Entre nela como de costume: a conta que você acabou de usar será adicionada como outra forma de entrar.
registration-title = Criar uma conta
registration-method-title = Escolha como você vai entrar
registration-code-title = Digite o seu código
registration-provider-title = Faltam alguns dados
registration-provider-lead = A conta que você escolheu não fornece tudo o que é necessário aqui.
recovery-title = Recuperar a sua conta
recovery-lead = Digite o endereço da sua conta. Você receberá o que precisa para voltar a entrar.
recovery-choice-title = Escolha um endereço
recovery-address-title = Confirme o endereço
recovery-code-title = Digite o seu código
recovery-link-title = Veja a sua caixa de entrada
verification-title = Confirme o seu endereço
verification-lead = Digite o endereço a confirmar. Você receberá um código ou um link.
verification-code-title = Digite o seu código
verification-link-title = Veja a sua caixa de entrada
verification-done-title = Pronto

way-login = Entrar
way-registration = Criar uma conta
way-recovery = Esqueceu a sua senha?
way-not-you = Não é você?
way-other-name = Usar outro nome

# Applications (OAuth2)

consent-title = Permitir acesso
consent-lead = { $client } quer usar a sua conta.
consent-scopes = O que o aplicativo poderá fazer
consent-audience = Ele usará isso em:
consent-remember = Não perguntar de novo sobre este aplicativo
consent-accept = Permitir
consent-reject = Não permitir
scope-openid = Saber que é você
scope-profile = Ver o seu nome e o seu perfil
scope-email = Ver o seu e-mail
scope-phone = Ver o seu número de telefone
scope-address = Ver o seu endereço postal
scope-offline = Manter o acesso quando você não estiver
scope-offline_access = Manter o acesso quando você não estiver
application-page = Sobre o aplicativo
application-policy = Política de privacidade do aplicativo
application-terms = Termos de uso do aplicativo
applications-title = Aplicativos conectados
applications-lead = Veja quais aplicativos podem usar a sua conta e retire o acesso deles.
applications-none = Você não deu a nenhum aplicativo acesso à sua conta.
applications-since = Permitido em { $when }
applications-revoke = Retirar o acesso
applications-revoke-question = Retirar o acesso de { $client }?
applications-revoke-consequence = { $client } não poderá mais usar a sua conta, mas poderá pedir de novo.
applications-revoked = Pronto: o aplicativo não tem mais acesso.
oauth2-logout-title = Sair?
oauth2-logout-lead = Você sairá daqui e dos aplicativos que usa com esta conta.
oauth2-logout-client = { $client } pede para encerrar a sua sessão, aqui e nos aplicativos que você usa com esta conta.
oauth2-logout-stay = Continuar conectado
problem-request-unknown-title = Este pedido não é conhecido
problem-request-unknown = Nenhum aplicativo recebeu acesso. O link pode estar incompleto ou ser inventado: volte ao aplicativo e entre por lá de novo.
problem-request-outdated-title = Este pedido é antigo demais
problem-request-outdated = Ele não foi respondido a tempo, e nenhum aplicativo recebeu acesso. Volte ao aplicativo e entre por lá de novo.
problem-request-used-title = Você já respondeu a isto
problem-request-used = Nada mais foi permitido. Volte ao aplicativo ou comece de novo.
problem-request-foreign-title = Este pedido é para outra conta
problem-request-foreign = Você entrou com uma conta diferente daquela em que isto começou, então nada foi permitido. Entre de novo para escolher a conta.
